/**
 * The Validate button in a notebook's toolbar, alternative texts for figures, links to the
 * course text, the table of the start page, and a word about a cell that runs for very long.
 *
 * JupyterLab loads an extension through two functions, `init` and `get`. A bundler usually
 * writes them; these few lines need none, so the file that is read is the file that runs.
 */
(() => {
  // Seconds until a cell that still runs is spoken of. Some cells train for 95 seconds; a
  // check takes a few.
  const SECONDS = { cell: 60, check: 20, interrupted: 10 };
  const MOST_SHOWN = 140; // characters: JupyterLab cuts a longer notification

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
    const body = element('div', '', element('p', result.summary), element('p', result.due));
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

  /** Is it a check, which nobody but the course may change? */
  function isCheck(cell) {
    const marks = cell.getMetadata('nbgrader') ?? {};
    return Boolean(marks.grade && marks.locked && !marks.solution);
  }

  /** The last heading above the cell with that id, without points and time; '' if none. */
  function headingAbove(cells, id) {
    let heading = '';
    for (const cell of cells) {
      if (cell.id === id) {
        break;
      }
      const lines = cell.sharedModel.getSource().match(/^##? .+$/gm);
      if (cell.type === 'markdown' && lines) {
        heading = lines.at(-1).replace(/^#+ /, '').replace(/ \([^()]*\)$/, '');
      }
    }
    return heading;
  }

  /** What is said of a cell that runs: no HTML, and not more than can be shown. */
  function words(run, still) {
    const kind = run.isCheck ? 'check' : 'cell';
    let said = ` has run for over ${SECONDS.check} seconds. `;
    said += 'This check calls what you wrote: is there a loop that never ends?';
    if (!run.isCheck) {
      said = ' has run for over a minute. Training can take that long; ';
      said += 'a loop that never ends does, too.';
    }
    if (still) {
      said = ' still runs after the interrupt. To end it, choose Kernel → Restart Kernel.';
    }
    const sentence = name => `The ${kind} ${run.place} “${name}”${said}`;
    const room = MOST_SHOWN - sentence('').length;
    const name = run.name.length > room ? `${run.name.slice(0, room - 1)}…` : run.name;
    return sentence(name);
  }

  /**
   * Speak of a cell that has been running for long, once in a run, and offer to interrupt it.
   *
   * A cell runs from the kernel's `execute_input` on: before that it waits for others. Which
   * cell it is, JupyterLab wrote into its request. All is forgotten when the kernel says
   * `idle` to that request, restarts or dies, and when the notebook is closed.
   */
  function watchCells(context, Notification) {
    const session = context.sessionContext;
    const asked = new Map(); // ids of cells, by their requests
    let run; // the one that runs

    function end() {
      clearTimeout(run?.timer);
      if (run?.notification) {
        Notification.dismiss(run.notification);
      }
      run = undefined;
    }

    function forget() {
      end();
      asked.clear();
    }

    function begin(request) {
      end();
      const cell = [...context.model.cells].find(cell => cell.id === asked.get(request));
      if (cell) {
        const heading = headingAbove(context.model.cells, cell.id);
        const [place, name] = heading ? ['below', heading] : ['in', context.path];
        run = { request, place, name, isCheck: isCheck(cell) };
        tellAfter(run.isCheck ? SECONDS.check : SECONDS.cell, tell);
      }
    }

    function tellAfter(seconds, what) {
      run.timer = setTimeout(what, seconds * 1000, run);
    }

    function tell(told) {
      if (session.session?.kernel?.hasPendingInput) {
        tellAfter(SECONDS.cell, tell); // it waits for somebody who types
        return;
      }
      const action = {
        label: 'Interrupt',
        caption: 'Stop the cell. The last lines of its error say where it was.',
        callback: () => interrupt(told)
      };
      const options = { autoClose: false, actions: [action] };
      told.notification = Notification.warning(words(told), options);
    }

    async function interrupt(told) {
      if (told !== run) {
        return; // it has just ended: what runs now is another cell
      }
      tellAfter(SECONDS.interrupted, tellThatItStillRuns);
      try {
        await session.session.kernel.interrupt();
      } catch (error) {
        Notification.error(`The cell could not be interrupted: ${error.message}`);
      }
    }

    function tellThatItStillRuns(told) {
      told.notification = Notification.warning(words(told, true), { autoClose: false });
    }

    function note(_, { msg, direction }) {
      const type = msg.header.msg_type;
      const request = msg.parent_header.msg_id;
      if (direction === 'send' && type === 'execute_request') {
        asked.set(msg.header.msg_id, msg.metadata.cellId);
      } else if (type === 'execute_input' && asked.has(request)) {
        begin(request);
      } else if (type === 'status' && msg.content.execution_state === 'idle') {
        asked.delete(request);
        if (run?.request === request) {
          end();
        }
      }
    }

    function listen(kernel) {
      forget();
      kernel?.anyMessage.connect(note);
    }

    session.kernelChanged.connect((_, { newValue }) => listen(newValue));
    session.statusChanged.connect((_, status) => {
      if (['restarting', 'autorestarting', 'terminating', 'dead'].includes(status)) {
        forget();
      }
    });
    context.disposed.connect(forget);
    listen(session.session?.kernel);
  }

  async function activateWatch(app) {
    const { Notification } = await load('@jupyterlab/apputils');
    const watched = new WeakSet(); // a notebook may be open in several panels

    app.docRegistry.addWidgetExtension('Notebook', {
      createNew(panel, context) {
        if (!watched.has(context)) {
          watched.add(context);
          watchCells(context, Notification);
        }
      }
    });
  }

  /** What coursework's part of the server answers about the notebook at `path`. */
  async function ask(app, what, path) {
    const { ServerConnection } = await load('@jupyterlab/services');
    const settings = app.serviceManager.serverSettings;
    const url = `${settings.baseUrl}coursework/${what}`;
    const request = { method: 'POST', body: JSON.stringify({ path }) };
    const answer = await ServerConnection.makeRequest(url, request, settings);
    const data = await answer.json();
    if (!answer.ok || data.refused) {
      throw new Error(data.refused || data.message);
    }
    return data;
  }

  /**
   * Bring the table of the start page up to date whenever somebody comes to it: the server
   * writes it into the file, and the file is read again, unless somebody's words are unsaved.
   * (JupyterLab calls the page changed as soon as a kernel has told its version.)
   */
  async function activateStart(app) {
    const { contents } = app.serviceManager;
    let isAtWork = false;

    async function isUnsaved(context) {
      const { content } = await contents.get(context.path);
      const saved = content.cells.map(cell => [cell.source].flat().join(''));
      return JSON.stringify(saved) !== wordsOf(context);
    }

    function wordsOf(context) {
      const cells = [...context.model.cells];
      return JSON.stringify(cells.map(cell => cell.sharedModel.getSource()));
    }

    async function refresh() {
      const context = app.shell.currentWidget?.context;
      if (isAtWork || !/(^|\/)Start\.ipynb$/.test(context?.path ?? '')) {
        return;
      }
      isAtWork = true;
      try {
        await context.ready;
        if (await isUnsaved(context)) {
          return;
        }
        const words = wordsOf(context);
        await ask(app, 'start', context.path);
        const there = await contents.get(context.path, { content: false });
        const isNew = there.last_modified !== context.contentsModel?.last_modified;
        if (isNew && !context.isDisposed && words === wordsOf(context)) {
          await context.revert();
        }
      } catch (error) {
        console.debug(`The start page stays as it is: ${error.message}`);
      } finally {
        isAtWork = false;
      }
    }

    app.shell.currentChanged.connect(refresh);
    window.addEventListener('focus', refresh);
  }

  async function activateValidate(app) {
    document.addEventListener('click', openSite, true);

    const { Dialog, showDialog } = await load('@jupyterlab/apputils');
    const { ToolbarButton } = await load('@jupyterlab/ui-components');
    const { Widget } = await load('@lumino/widgets');

    async function validate(panel, button) {
      const label = button.node.querySelector('.jp-ToolbarButtonComponent-label');
      label.textContent = 'Validating …';
      button.enabled = false;
      try {
        await panel.context.save();
        const result = await ask(app, 'check', panel.context.path);
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
      default: [
        { id: 'dp-coursework:validate', autoStart: true, activate: activateValidate },
        { id: 'dp-coursework:start-page', autoStart: true, activate: activateStart },
        { id: 'dp-coursework:watch-cells', autoStart: true, activate: activateWatch }
      ]
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
