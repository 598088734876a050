"""Name plates (席卡): a folded sheet for each place, which bears the name and nothing else."""

from exporters.document import NO_FRAME, Document, NamePlate, Sheet
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.room.people import expected, shown_name, shown_office
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot


def build(
    snapshot: MeetingSnapshot, options: BuildOptions, labels: Labels, *, with_office: bool
) -> Document:
    """Return the plates of all who are expected, the chair's first, in the order of the room."""
    kind = "name_plates" if with_office else "name_plates_bare"
    title = options.rules.titles.get(kind) or labels("name_plates.title")
    return Document(
        title="　".join(filter(None, (title, snapshot.number))),
        subject=title,
        author=snapshot.host or "",
        keywords=snapshot.number or "",
        made_at=options.made_at,
        frame=NO_FRAME,
        blocks=tuple(
            NamePlate(
                shown_name(person, snapshot, labels),
                shown_office(person, snapshot, labels) if with_office else "",
            )
            for person in expected(snapshot)
        ),
        language=labels.language,
        sheet=Sheet.CARD,
    )
