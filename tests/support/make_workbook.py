"""Writes .xlsx files for the tests: make_workbook.py KIND OUT. Only Python's own library is used, so that what
no office program would write can be written as well. KIND is the name of a function below."""

import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADS = ["STT", "Mã thủ tục", "Tên thủ tục", "Lệ phí", "Thời hạn", "Ngày kiểm tra", "Nguồn", "Màu"]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{escaped(text)}</t></is></c>'


def row(number, cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


def head_row(number=1):
    return row(number, [text_cell(f"{chr(65 + i)}{number}", name) for i, name in enumerate(HEADS)])


def sheet(rows, after=""):
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'


def parts_of(sheet_xml, strings=None, target="worksheets/sheet1.xml", hidden=False):
    state = ' state="hidden"' if hidden else ""
    first = f'<sheet name="Ẩn" sheetId="2" r:id="rId9"{state}/>' if hidden else ""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{first}'
        '<sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="{target}"/>'
        f'<Relationship Id="rId9" Type="{OFFICE}/worksheet" Target="worksheets/sheet9.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
        '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": strings or f'<sst xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": sheet_xml,
    }
    if hidden:
        parts["xl/worksheets/sheet9.xml"] = sheet([])
    return parts


def write(out, parts):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def good(out):
    """A list with shared strings, a code as a number, a formula, merged cells, dates and a hidden sheet."""
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>Đăng ký khai sinh</t></si>'
        "<si><r><t>Cấp bản sao </t></r><r><rPh><t>bỏ</t></rPh><t>trích lục</t></r></si></sst>"
    )
    rows = [
        row(1, [text_cell("A1", "DANH MỤC THỦ TỤC, XÃ ĐAN PHƯỢNG")]),
        head_row(2),
        row(3, ['<c r="B3"><v>1.0011930000000001</v></c>', '<c r="C3" t="s"><v>0</v></c>',
                text_cell("D3", "Miễn phí"), '<c r="F3" s="2"><v>46221</v></c>', text_cell("G3", "Cổng quốc gia")]),
        row(4, ['<c r="B4"><v>2.00063</v></c>', '<c r="C4" t="s"><v>1</v></c>',
                '<c r="D4"><f>2000*4</f><v>8000</v></c>', '<c r="E4" s="1"><v>45787</v></c>',
                text_cell("H4", "xanh")]),
        row(5, ['<c r="B5"><v>7</v></c>', '<c r="C5" t="s"><v>99</v></c>', '<c r="XFD5" s="1"/>']),
    ]
    merged = '<mergeCells><mergeCell ref="D3:D3"/><mergeCell ref="G3:G4"/></mergeCells>'
    write(out, parts_of(sheet(rows, merged), strings, hidden=True))


def bomb(out):
    """A sheet of 300 MB in some 300 KB."""
    write(out, parts_of(f'<worksheet xmlns="{MAIN}">' + " " * 300_000_000))


def shared_strings(out):
    """Shared strings of 100 MB."""
    write(out, parts_of(sheet([head_row()]), f'<sst xmlns="{MAIN}">' + "<si><t>aaaaaaa</t></si>" * 5_000_000 + "</sst>"))


def amplified(out):
    """One long text that many cells refer to."""
    strings = f'<sst xmlns="{MAIN}"><si><t>{"a" * 100_000}</t></si></sst>'
    cells = "".join(f'<row r="{i}"><c r="C{i}" t="s"><v>0</v></c></row>' for i in range(2, 2000))
    write(out, parts_of(sheet([head_row(), cells]), strings))


def columns(out):
    """A row of a million cells with text."""
    write(out, parts_of(sheet([head_row(), "<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>"])))


def entities(out):
    """Billion laughs, and a file of the machine."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>'
    write(out, parts_of(sheet([head_row(), row(2, [text_cell("C2", "x")])]).replace(
        '<?xml version="1.0"?>', '<?xml version="1.0"?>' + declared).replace("<t>x</t>", "<t>&l9;&f;</t>")))


def undeclared_entities(out):
    """Entities that nobody declared."""
    write(out, parts_of(sheet([head_row(), row(2, [text_cell("C2", "x")])]).replace("<t>x</t>", "<t>&lol;</t>")))


def path_tricks(out):
    """A sheet that is said to lie outside the archive."""
    parts = parts_of(sheet([head_row()]), target="../../../../../../etc/passwd")
    parts["../../../../tmp/conglang-escaped"] = "x"
    write(out, parts)


def merged_all(out):
    """Merged areas over the whole sheet, thousands of them."""
    rows = [head_row()] + [row(i, [text_cell(f"C{i}", f"Thủ tục {i}")]) for i in range(2, 1500)]
    area = '<mergeCell ref="D2:XFD1048576"/><mergeCell ref="C2:C1048576"/>'
    write(out, parts_of(sheet(rows, "<mergeCells>" + area * 4000 + "</mergeCells>")))


def bad_utf8(out):
    """A name with bytes that are no UTF-8."""
    xml = sheet([head_row(), row(2, [text_cell("C2", "TEN")])]).encode().replace(b"TEN", b"Khai \xff\xfe sinh")
    write(out, parts_of(xml))


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.argv[2])
