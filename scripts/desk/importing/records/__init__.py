"""Read banks that come as records: sheets, tables, JSON, Moodle XML, our own YAML."""
