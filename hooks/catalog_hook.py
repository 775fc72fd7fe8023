"""Load the content, stop on its problems, and add the pages that no author wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from lianxue.rendering import assets, colours, scripts, site_facts
from lianxue.rendering import portal as portals
from lianxue.rendering.problem_lines import stopping_text

# Left out: it would hold the clock's time, and no search engine sees an intranet or a USB stick.
SITEMAP = "sitemap.xml"
# What MkDocs was started for; it says so once, before any configuration is read.
_started: dict[str, str] = {}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview."""
    _started["command"] = command


def on_config(config: MkDocsConfig) -> None:
    """Load the catalog; content that must be mended stops here."""
    options = config.extra.get("lianxue_portal_options", {})
    config.extra["lianxue_is_preview"] = _started.get("command") == "serve"
    drafts = options.get("drafts", config.extra["lianxue_is_preview"])
    portal = portals.open_portal(Path(config.config_file_path).parent, drafts=drafts)
    config.extra["lianxue_site"] = site_facts.parse_site_facts(config.extra.get("lianxue"), portal.report)
    portal.load_signatures(config.extra["lianxue_site"].sign_off_from)
    config.extra["lianxue_portal"] = portal
    config.extra["lianxue_assets_version"] = assets.read_assets_version(
        Path(config.theme.custom_dir or "") / "assets"
    )
    config.theme.static_templates.discard(SITEMAP)
    if portal.has_symlinks() and options.get("only_pages"):
        raise portals.PagesReady(portal)  # MkDocs would follow them, perhaps for ever
    if portal.must_stop() and not options.get("only_pages"):
        options.get("collect", []).extend(portal.problems)
        raise PluginError(stopping_text(portal.problems))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add quiz pages, answers pages and the scripts of the bank; publish our own without their comments."""
    portal: portals.Portal = config.extra["lianxue_portal"]
    sitemap = files.get_file_from_path(SITEMAP)
    if sitemap is not None:
        files.remove(sitemap)  # no template any more, it would be copied as it is
    for file in list(files.documentation_pages()):
        if portal.is_unreadable(file.src_uri):
            # Only a check gets here: the page stands empty so that links to it are not called dead.
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=""))
    for path, markdown in portal.generated_pages.items():
        authors = files.get_file_from_path(path)
        if authors is not None:
            files.remove(authors)  # only in a check: the file is misplaced
        files.append(File.generated(config, path, content=markdown))
    colour = colours.colour_asset(config.extra["lianxue_site"].colour)
    config.extra["lianxue_colour_url"] = colour.url if colour else ""
    for asset in (*portal.bank.assets(), *filter(None, [colour])):
        files.append(File.generated(config, asset.url, content=asset.text))
    ours = [file for file in files if file.src_uri.startswith(scripts.FOLDER)]
    for file in ours:
        files.remove(file)
    for url, text in scripts.publish_scripts({file.src_uri: file.content_string for file in ours}).items():
        files.append(File.generated(config, url, content=text))
