"""Templates: sessions to do again."""

from __future__ import annotations

from nextrep.domain.session_template import SessionTemplate
from nextrep.storage.base import Repository, Row
from nextrep.storage.kept_texts import rows_from, rows_text
from nextrep.storage.tables.training import TemplateRow as T
from nextrep.storage.times import from_ms, to_ms

_COLUMNS = "id, title, made_at, data"


class TemplateRepository(Repository):
    """Rows of template."""

    def insert(self, template: SessionTemplate) -> int:
        """Add a template and return its number: its own if it has one, else a new one for 0."""
        values = {
            T.title: template.title,
            T.made_at: to_ms(template.made_at),
            T.data: rows_text(template.rows),
        }
        return self._insert(T.insert({T.id: template.id, **values} if template.id else values))

    def get(self, template_id: int) -> SessionTemplate:
        """Return one template.

        Raises:
            KeyError: there is none of that number.
        """
        rows = self._sql(f"SELECT {_COLUMNS} FROM template WHERE id = ?", (template_id,))
        if not rows:
            raise KeyError(template_id)
        return _template(rows[0])

    def all(self) -> list[SessionTemplate]:
        """Return every template, the newest first."""
        sql = f"SELECT {_COLUMNS} FROM template ORDER BY made_at DESC, id DESC"
        return [_template(row) for row in self._sql(sql)]

    def rename(self, template_id: int, title: str) -> None:
        """Give a template another name."""
        self._change(T.update(title=title).where(T.id == template_id))

    def delete(self, template_id: int) -> None:
        """Delete a template."""
        self._change(T.delete().where(T.id == template_id))


def _template(row: Row) -> SessionTemplate:
    number, title, made_at, data = row
    return SessionTemplate(number, title, from_ms(made_at, "UTC"), rows_from(data))
