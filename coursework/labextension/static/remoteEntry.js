/**
 * The Validate button in a notebook's toolbar, alternative texts for figures, and links to
 * the course text.
 *
 * JupyterLab loads an extension through two functions, `init` and `get`. A bundler usually
 * writes them; these few lines need none, so the file that is read is the file that runs.
 */
(() => {
  let shared; // JupyterLab's own packages, by name and version

  async function load(name) {
    const [newest] = Object.values(shared[name]).slice(-1);
    return (await newest.get())();
  }

  /** An element with a text, and others inside. Never HTML: texts come from notebooks. */
  function element(tag, text, ...children) {
    const node = document.createElement(tag);
    node.textContent = text;
    node.append(...children);
    return node;
  }

  /** What the dialog says: each failed check under its task, remarks, and the summary. */
  function report(result) {
    const failed = result.checks.filter(check => !check.passed);
    const tasks = new Map();
    for (const check of failed) {
      const items = tasks.get(check.task) ?? [];
      const places = check.where.map(place => element('div', '', element('code', place)));
      items.push(element('li', `✘ ${check.name}: ${check.sentence}`, ...places));
      tasks.set(check.task, items);
    }
    const body = element('div', '', element('p', result.summary));
    body.className = 'coursework-report';
    for (const [task, items] of tasks) {
      body.append(element('h2', task), element('ul', '', ...items));
    }
    body.append(...result.remarks.map(remark => element('p', remark)));
    return body;
  }

  /** The words of a Markdown text, as a screen reader may speak them. */
  function plain(markdown) {
    const words = markdown.replace(/^#+ .*$/gm, '').replace(/[*_`$\\]/g, '').trim();
    return words.split(/\n\n/)[0].replace(/\s+/g, ' ');
  }

  /**
   * Give each figure the text below it as its alternative text: JupyterLab has no way for a
   * notebook to do so itself.
   */
  function describeFigures(panel) {
    const describe = image => {
      const cells = panel.content.widgets;
      const place = cells.findIndex(cell => cell.node.contains(image));
      const below = cells.slice(place + 1).find(cell => cell.model.type === 'markdown');
      image.alt = below ? plain(below.model.sharedModel.getSource()) : 'Figure';
    };
    const look = () =>
      panel.content.node
        .querySelectorAll('.jp-RenderedImage img:not([alt])')
        .forEach(describe);
    const observer = new MutationObserver(look);
    observer.observe(panel.content.node, { childList: true, subtree: true });
    panel.disposed.connect(() => observer.disconnect());
  }

  /**
   * Open the course text in a tab of the browser: JupyterLab's HTML viewer lets a page load
   * neither its styles nor its figures.
   */
  function openSite(event) {
    const link = event.target.closest?.('a[href*="/files/site/"]');
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      const { pathname, hash } = new URL(link.href);
      window.open(pathname.replace('/files/site/', '/coursework/site/') + hash);
    }
  }

  async function activate(app) {
    document.addEventListener('click', openSite, true);

    const { Dialog, showDialog } = await load('@jupyterlab/apputils');
    const { ToolbarButton } = await load('@jupyterlab/ui-components');
    const { ServerConnection } = await load('@jupyterlab/services');
    const { Widget } = await load('@lumino/widgets');

    async function ask(path) {
      const settings = app.serviceManager.serverSettings;
      const url = settings.baseUrl + 'coursework/check';
      const request = { method: 'POST', body: JSON.stringify({ path }) };
      const answer = await ServerConnection.makeRequest(url, request, settings);
      const data = await answer.json();
      if (!answer.ok || data.refused) {
        throw new Error(data.refused || data.message);
      }
      return data;
    }

    async function validate(panel, button) {
      const label = button.node.querySelector('.jp-ToolbarButtonComponent-label');
      label.textContent = 'Validating …';
      button.enabled = false;
      try {
        await panel.context.save();
        const result = await ask(panel.context.path);
        const title = `${result.exercise}: Validation`;
        await show(title, report(result));
      } catch (error) {
        await show('The notebook could not be validated', element('p', error.message));
      } finally {
        label.textContent = 'Validate';
        button.enabled = true;
      }
    }

    async function show(title, node) {
      await showDialog({ title, body: new Widget({ node }), buttons: [Dialog.okButton()] });
    }

    app.docRegistry.addWidgetExtension('Notebook', {
      createNew(panel) {
        describeFigures(panel);
        const button = new ToolbarButton({
          className: 'coursework-validate',
          label: 'Validate',
          tooltip: 'Save the notebook and run all its visible checks from a fresh start',
          onClick: () => validate(panel, button)
        });
        panel.toolbar.insertBefore('spacer', 'validate', button);
        return button;
      }
    });
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['dp-coursework'] = {
    init: scope => {
      shared = scope;
    },
    get: async () => () => ({
      __esModule: true,
      default: { id: 'dp-coursework:validate', autoStart: true, activate }
    })
  };

  const style = document.createElement('style');
  style.textContent = `
    .coursework-report { max-width: 42rem; max-height: 70vh; overflow: auto; }
    .coursework-report h2 { font-size: 1em; margin: 1em 0 0.3em; }
    .coursework-report ul { list-style: none; margin: 0; padding: 0; }
    .coursework-report li { margin: 0.3em 0; overflow-wrap: anywhere; }
    .coursework-report code { white-space: pre-wrap; }`;
  document.head.append(style);
})();
