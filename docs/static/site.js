// For readers without a mouse or without a screen: what scrolls can be reached by keys,
// and roles say what they must. The pages work without this script.
function mend() {
  for (const box of document.querySelectorAll("pre, .table-wrapper, .formula, .exercise-map"))
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

document.addEventListener("DOMContentLoaded", () => {
  for (const caption of document.querySelectorAll(".caption[role=heading]"))
    caption.ariaLevel = 2;
  for (const entry of document.querySelectorAll(".citation, .citation-list"))
    entry.removeAttribute("role");
  for (const side of document.querySelectorAll("aside"))
    side.ariaLabel = side.className.includes("toc") ? "On this page" : "All pages";
  mend();
});
window.addEventListener("resize", mend);
