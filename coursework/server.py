"""What JupyterLab's server does for the Validate button, the start page and the site.

Unlike nbgrader's own, it does not keep the server from answering while a notebook runs.
"""

import asyncio
from pathlib import Path

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, StaticFileHandler, authenticated

from coursework.check import check
from coursework.handout import RELEASED, START, Handout, HandoutError, exercise_of
from coursework.start_page import refresh


class NotebookHandler(APIHandler):
    """Does something with the notebook whose path the request names."""

    def notebook(self) -> Path:
        root = Path(self.contents_manager.root_dir).resolve()
        path = (root / (self.get_json_body() or {}).get("path", "")).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            raise HTTPError(404, f"There is no notebook {path.name} here.")
        return path


class StartHandler(NotebookHandler):
    """Brings the table in the start page up to date, before somebody looks at it."""

    @authenticated
    async def post(self):
        path = self.notebook()
        if path.name == START and (path.parent / RELEASED).is_dir():
            await asyncio.to_thread(refresh, Handout(path.parent))
        self.finish({})


class CheckHandler(NotebookHandler):
    """Checks the notebook at a path; gives what came out as JSON, or why it was `refused`."""

    @authenticated
    async def post(self):
        try:
            result = await check(exercise_of(self.notebook()))
            self.finish(result.as_data())
        except HandoutError as error:
            self.finish({"refused": str(error)})


class SiteHandler(JupyterHandler, StaticFileHandler):
    """Shows the course text, whose style sheets JupyterLab's own HTML viewer refuses."""

    @authenticated
    async def get(self, path, include_body=True):
        await StaticFileHandler.get(self, path, include_body)


def _jupyter_server_extension_points():
    return [{"module": "coursework.server"}]


def _load_jupyter_server_extension(app):
    url = url_path_join(app.web_app.settings["base_url"], "coursework")
    site = {"path": str(Path(app.root_dir, "site")), "default_filename": "index.html"}
    handlers = [
        (f"{url}/check", CheckHandler),
        (f"{url}/start", StartHandler),
        (f"{url}/site/(.*)", SiteHandler, site),
    ]
    app.web_app.add_handlers(".*$", handlers)
