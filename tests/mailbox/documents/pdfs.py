"""PDF documents that tests build with pypdf: printed texts at places, lines, and fields. y counts from below."""

import io
from collections.abc import Mapping, Sequence

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

Place = tuple[float, float, float, float]


def names(**entries: PdfObject | str) -> DictionaryObject:
    """Return a dictionary; a text as value is a name."""
    return DictionaryObject(
        {NameObject(f"/{k}"): NameObject(f"/{v}") if type(v) is str else v for k, v in entries.items()}
    )


class Form:
    """A page that is being put together."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        self.page = self.writer.add_blank_page(595, 842)
        self.drawing: list[bytes] = []
        self.annotations = ArrayObject()
        self.fields = ArrayObject()
        self.xfa: bytes = b""

    def print(self, *texts: tuple[float, float, str]) -> "Form":
        """Print texts at places, ten points high."""
        for x, y, text in texts:
            said = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
            self.drawing.append(b"BT /F1 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % (x, y, said))
        return self

    def draw(self, commands: str) -> "Form":
        """Draw with operators of PDF."""
        self.drawing.append(commands.encode())
        return self

    def rectangle(self, x: float, y: float, width: float, height: float) -> "Form":
        """Draw a rectangle."""
        return self.draw(f"{x} {y} {width} {height} re S")

    def text(self, name: str, value: str, place: Place = (0, 0, 9, 9), tooltip: str = "") -> "Form":
        """Add a field to write in."""
        return self._field(names(FT="Tx", V=TextStringObject(value)), name, place, tooltip)

    def choice(self, name: str, value: str, options: Sequence[str], place: Place) -> "Form":
        """Add a list to choose from."""
        listed = ArrayObject(TextStringObject(option) for option in options)
        return self._field(names(FT="Ch", V=TextStringObject(value), Opt=listed, Ff=FloatObject(1 << 17)), name, place)

    def box(
        self, name: str, place: Place = (0, 0, 9, 9), *, ticked: bool, drawn: bool = True, tooltip: str = ""
    ) -> "Form":
        """Add a check box, with pictures of its states or, as some programs write it, without."""
        state = "Yes" if ticked else "Off"
        field = names(FT="Btn", V=state)
        if drawn:
            field.update(names(AS=state, AP=self._states("Yes")))
        return self._field(field, name, place, tooltip)

    def radio(self, name: str, places: Sequence[Place], chosen: int) -> "Form":
        """Add a field of which one of several can be chosen."""
        parent = names(FT="Btn", Ff=FloatObject(1 << 15), T=TextStringObject(name), V=f"{chosen}")
        reference = self.writer._add_object(parent)
        kids = ArrayObject()
        for number, place in enumerate(places):
            kid = names(AS=f"{number}" if number == chosen else "Off", AP=self._states(f"{number}"), Parent=reference)
            kids.append(self._widget(kid, place))
        parent[NameObject("/Kids")] = kids
        self.fields.append(reference)
        return self

    def typed_over(self, text: str, place: Place) -> "Form":
        """Put text on the page as a viewer does ("add text")."""
        self._widget(names(Contents=TextStringObject(text)), place, "FreeText")
        return self

    def _states(self, on: str) -> DictionaryObject:
        pictures = {}
        for state in (on, "Off"):
            pictures[NameObject(f"/{state}")] = self._picture()
        return DictionaryObject({NameObject("/N"): DictionaryObject(pictures)})

    def _image(self, width: int, height: int, bits: bytes) -> PdfObject:
        image = DecodedStreamObject()
        image.set_data(bits)
        image.update(names(Type="XObject", Subtype="Image", ColorSpace="DeviceGray", BitsPerComponent=NumberObject(1)))
        image.update(names(Width=NumberObject(width), Height=NumberObject(height)))
        return self.writer._add_object(image)

    def _picture(self) -> PdfObject:
        picture = DecodedStreamObject()
        picture.update(names(Type="XObject", Subtype="Form", BBox=ArrayObject(map(FloatObject, (0, 0, 9, 9)))))
        return self.writer._add_object(picture)

    def _field(self, field: DictionaryObject, name: str, place: Place, tooltip: str = "") -> "Form":
        field[NameObject("/T")] = TextStringObject(name)
        if str(field["/FT"]) != "/Btn":
            field[NameObject("/AP")] = names(N=self._picture())
        if tooltip:
            field[NameObject("/TU")] = TextStringObject(tooltip)
        self.fields.append(self._widget(field, place))
        return self

    def _widget(self, annotation: DictionaryObject, place: Place, kind: str = "Widget") -> PdfObject:
        annotation.update(names(Type="Annot", Subtype=kind, Rect=ArrayObject(map(FloatObject, place))))
        reference = self.writer._add_object(annotation)
        self.annotations.append(reference)
        return reference

    def content(self, pictures: Mapping[str, tuple[int, int, bytes]] | None = None) -> bytes:
        """Return the file, with these black and white pictures to draw (width, height, bits)."""
        font = names(Type="Font", Subtype="Type1", BaseFont="Helvetica", Encoding="WinAnsiEncoding")
        drawn = DictionaryObject({NameObject(f"/{n}"): self._image(*p) for n, p in (pictures or {}).items()})
        self.page[NameObject("/Resources")] = names(Font=names(F1=font), XObject=drawn)
        stream = DecodedStreamObject()
        stream.set_data(b"\n".join(self.drawing))
        self.page[NameObject("/Contents")] = self.writer._add_object(stream)
        if self.annotations:
            self.page[NameObject("/Annots")] = self.annotations
        if self.fields or self.xfa:
            form = names(Fields=self.fields)
            if self.xfa:
                data = DecodedStreamObject()
                data.set_data(self.xfa)
                form[NameObject("/XFA")] = self.writer._add_object(data)
            self.writer.root_object[NameObject("/AcroForm")] = form
        buffer = io.BytesIO()
        self.writer.write(buffer)
        return buffer.getvalue()
