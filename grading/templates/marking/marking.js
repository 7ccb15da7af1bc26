// The page for marking: keeps the list of answers, asks for the next ones before they are
// wanted, and saves each mark before it goes on.
"use strict";

const facts = JSON.parse(document.getElementById("facts").textContent);
const element = (id) => document.getElementById(id);
const entries = facts.entries;
const { base, xsrf } = document.body.dataset;
const root = `${base}grading/marking/${facts.exercise}/${facts.question}`;
const answers = new Map(); // by key, what the server has said or will say
const AHEAD = 3;
let bank = facts.bank;
let here = -1;
let shown = null;
let saving = false;

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", "X-XSRFToken": xsrf },
  };
  let said;
  try {
    said = await fetch(`${root}/${path}`, options);
  } catch {
    throw new Error("JupyterLab does not answer. Nothing was saved; is it still running?");
  }
  const data = await said.json().catch(() => ({}));
  if (!said.ok || data.sentence) {
    const error = new Error(data.sentence || `JupyterLab answered ${said.status}.`);
    error.isBehind = data.is_behind;
    throw error;
  }
  return data;
}

function fetchAnswer(key) {
  if (!answers.has(key)) {
    const coming = ask(`${key}/answer`);
    coming.catch(() => answers.delete(key));
    answers.set(key, coming);
  }
  return answers.get(key);
}

function isWanted(place) {
  return !element("only-waiting").checked || entries[place].waits;
}

function places(step) {
  const found = [];
  for (let place = here + step; place >= 0 && place < entries.length; place += step) {
    if (isWanted(place)) found.push(place);
  }
  return found;
}

function tell(sentence) {
  element("notice").textContent = sentence;
}

function showPlace() {
  const waiting = entries.filter((entry) => entry.waits).length;
  const entry = entries[here];
  const alike = entry && entry.alike > 1 ? `, one of ${entry.alike} nearly equal ones` : "";
  const name = entry && element("names").checked
    ? `: ${[entry.name, entry.student].filter(Boolean).join(", ")}` : "";
  element("place").textContent =
    (entry ? `Answer ${here + 1} of ${entries.length}${alike}${name}. ` : "") +
    `Waiting: ${waiting}.`;
}

async function go(place) {
  const key = entries[place].key;
  let answer;
  here = place;
  try {
    answer = await fetchAnswer(key);
  } catch (error) {
    tell(error.message);
    return;
  }
  if (here !== place) return; // somebody has gone on meanwhile
  shown = answer;
  element("answer").innerHTML = answer.html; // cleaned by the server
  element("changed").hidden = !answer.before;
  element("changed").open = Boolean(answer.before);
  element("difference").innerHTML = answer.before;
  element("points").value = answer.points ?? "";
  element("comment").value = answer.comment;
  const isMarked = answer.by && !answer.waits;
  element("who").textContent = isMarked ? `Marked by ${answer.by}, ${answer.at}.` : "";
  element("also").textContent = "";
  document.body.dataset.shown = key;
  showPlace();
  showBank();
  element("answer").focus();
  for (const next of places(1).slice(0, AHEAD)) fetchAnswer(entries[next].key);
  openAnswer(key);
}

async function openAnswer(key) {
  const by = element("by").value.trim();
  if (!by) return;
  try {
    const { also } = await ask(`${key}/open`, { by });
    if (also && entries[here].key === key) {
      element("also").textContent = `${also} is looking at this answer, too.`;
    }
  } catch (error) {
    tell(error.message);
  }
}

function move(step) {
  tell("");
  const [next] = places(step);
  if (next === undefined) {
    tell(step > 0 ? "There is none after this one." : "There is none before this one.");
    return;
  }
  go(next);
}

async function save(event) {
  event?.preventDefault();
  if (saving || here < 0 || document.body.dataset.shown !== entries[here].key) return;
  if (!element("by").value.trim()) {
    tell("Type your name first, so that others see who has marked.");
    element("by").focus();
    return;
  }
  saving = true;
  tell("");
  const entry = entries[here];
  try {
    const mark = await ask(`${entry.key}/mark`, {
      points: element("points").value,
      comment: element("comment").value,
      by: element("by").value,
      version: shown.version,
    });
    bank = mark.bank;
    entry.waits = mark.waits;
    entry.points = mark.points;
    answers.delete(entry.key);
    const [next] = places(1);
    const [before] = places(-1);
    if (next !== undefined) await go(next);
    else {
      await go(here);
      tell(before === undefined ? "This was the last one." : "This was the last one; before it some still wait.");
    }
  } catch (error) {
    const typed = [element("points").value, element("comment").value];
    if (error.isBehind) {
      answers.delete(entry.key);
      await go(here);
      error.message += ` You had typed: ${typed.filter(Boolean).join(", ")}.`;
      element("comment").value = typed[1];
    }
    tell(error.message);
  } finally {
    saving = false;
  }
}

async function undo() {
  tell("");
  try {
    const { key } = await ask("undo", { by: element("by").value });
    answers.delete(key);
    const place = entries.findIndex((entry) => entry.key === key);
    const answer = await fetchAnswer(key);
    entries[place].waits = answer.waits;
    await go(place);
    tell("Your last mark is taken back.");
  } catch (error) {
    tell(error.message);
  }
}

function fitting() {
  const typed = element("comment").value.trim().toLowerCase();
  return bank.filter(({ comment }) => comment.toLowerCase().includes(typed)).slice(0, 9);
}

function take({ comment, points }) {
  element("comment").value = comment;
  if (points !== null) element("points").value = points;
}

function showBank() {
  element("bank").replaceChildren(...fitting().map((one) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = one.points === null ? one.comment : `${one.points}: ${one.comment}`;
    button.addEventListener("click", () => take(one));
    item.append(button);
    return item;
  }));
}

function setPoints(digit) {
  if (Number(digit) <= facts.most) element("points").value = digit;
  else tell(`At most ${facts.most} points can be given.`);
}

function addHalf() {
  const whole = Math.floor(Number(element("points").value) || 0);
  if (whole + 0.5 <= facts.most) element("points").value = whole + 0.5;
}

function onKey(event) {
  const field = event.target.closest("input, textarea, button, summary");
  if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
    const one = fitting()[Number(event.code.at(-1)) - 1];
    if (one) take(one);
    event.preventDefault();
  } else if (event.key === "Escape" && field) {
    element("answer").focus();
  } else if (event.key === "Enter" && event.ctrlKey) {
    save(event);
  } else if (!field && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const keys = {
      Enter: save, ArrowRight: () => move(1), j: () => move(1),
      ArrowLeft: () => move(-1), k: () => move(-1), u: undo,
      c: () => element("comment").focus(), ",": addHalf, ".": addHalf,
    };
    if (/^\d$/.test(event.key)) setPoints(event.key);
    else if (event.key in keys) keys[event.key](event);
    else return;
    event.preventDefault();
  }
}

element("by").value = localStorage.getItem("marking-name") || "";
element("by").addEventListener("change", () => {
  localStorage.setItem("marking-name", element("by").value.trim());
  if (here >= 0) openAnswer(entries[here].key);
});
element("mark").addEventListener("submit", save);
element("next").addEventListener("click", () => move(1));
element("previous").addEventListener("click", () => move(-1));
element("undo").addEventListener("click", undo);
element("comment").addEventListener("input", showBank);
element("names").addEventListener("change", showPlace);
element("only-waiting").addEventListener("change", showPlace);
document.addEventListener("keydown", onKey);

const [first] = places(1);
if (first !== undefined) go(first);
else if (entries.length) {
  element("only-waiting").checked = false;
  go(0).then(() => tell("No answer waits: all are shown."));
}
