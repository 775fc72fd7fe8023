"""Hand every page through the core: its Markdown, its HTML, its template's variables."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from lianxue.rendering import page_views
from lianxue.rendering import portal as portals
from lianxue.rendering.problem_lines import stopping_text

QUIZ_TEMPLATE = "questions/quiz.html"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Complete an author's Markdown, and choose the template of its kind."""
    portal: portals.Portal = config.extra["lianxue_portal"]
    template = portal.template_of(page.file.src_uri)
    if template:
        page.meta.setdefault("template", template)
    return portal.prepare_markdown(page.file.src_uri, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Check what the author wrote and put the quizzes in."""
    portal: portals.Portal = config.extra["lianxue_portal"]
    environment = config.extra.setdefault("lianxue_environment", config.theme.get_env())
    template = environment.get_template(QUIZ_TEMPLATE)
    base_url = get_relative_url(".", page.url)

    def render_quiz(quiz: Any) -> str:
        return str(template.render(quiz=quiz, page=page, base_url=base_url, config=config))

    return portal.finish_content(page.file.src_uri, page.url, str(page.title or ""), html, render_quiz)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Check the links of all pages; stop before anything is written. Then make the search index."""
    portal: portals.Portal = config.extra["lianxue_portal"]
    options = config.extra.get("lianxue_portal_options", {})
    portal.check_pages(file.url for file in files if file.inclusion != InclusionLevel.EXCLUDED)
    options.get("collect", []).extend(portal.problems)
    if options.get("only_pages"):
        raise portals.PagesReady(portal)
    if portal.must_stop():
        raise PluginError(stopping_text(portal.problems))
    for asset in portal.finish_search(is_preview=config.extra["lianxue_is_preview"]).assets:
        files.append(File.generated(config, asset.url, content=asset.data))


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Give a page's template what it shows."""
    portal: portals.Portal = config.extra["lianxue_portal"]
    template = str(page.meta.get("template", "main.html"))
    view = page_views.page_view(page.file.src_uri, template, portal.catalog, portal.cards, portal.glossary)
    context.update(view)
    _add_shared(context, page.url, config)


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> None:
    """Give 404.html and record.html what every page has."""
    _add_shared(context, template_name, config)


def _add_shared(context: Any, url: str, config: MkDocsConfig) -> None:
    portal: portals.Portal = config.extra["lianxue_portal"]
    context["site"] = config.extra["lianxue_site"]
    context["channels"] = page_views.channels(url, portal.catalog)
    context["colour_url"] = config.extra["lianxue_colour_url"]
    context["assets_version"] = config.extra["lianxue_assets_version"]
    context["bank_index_url"] = portal.bank.index.url
    context["search_index_url"] = portal.search.url if portal.search else ""
