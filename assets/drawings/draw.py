#!/usr/bin/env python3
"""Draws the sample pictures of the starter content: two panoramas, three views, three products.

    assets/drawings/draw.py [FOLDER]        default: content/starter/communes/09784/pictures

Every picture is invented: no real house, gate or product is shown. Needs Python 3.11 and rsvg-convert (Debian:
librsvg2-bin). The same version of rsvg-convert gives the same bytes.
"""

import math
import pathlib
import random
import subprocess
import sys

import products
import village as v
from canvas import Around, Flat, Plane, Sheet

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDTH, HEIGHT, HORIZON = 4096, 1024, 560


def sky(sheet, horizon):
    bands = ["#CFE6E4", "#D8EAE6", "#E2F0E8", "#ECF3EA", "#F4F5EC", "#FAF7EE"]
    for i, tone in enumerate(bands):
        sheet.band(horizon * i // len(bands), horizon * (i + 1) // len(bands) + 1, tone)


def clouds(sheet, dice, count, top, bottom):
    for _ in range(count):
        x, y, size = dice.uniform(0, sheet.width), dice.uniform(top, bottom), dice.uniform(40, 80)
        flat = Plane(sheet, Flat(size, (x, y)))
        for u, w in ((-1.1, 0.8), (0, 1.2), (1.2, 0.7), (0.4, 0.9)):
            flat.oval(u, 0.16 * w, w, 0.34 * w, v.SURFACE)


def hills(sheet, horizon, around=None):
    """Low hills far away; their line closes on itself."""
    points = [(x, horizon - 26 - 16 * math.sin(4 * math.pi * x / sheet.width + 1) - 12 * math.sin(10 * math.pi * x / sheet.width))
              for x in range(0, sheet.width + 1, 16)]
    sheet.pixels(points + [(sheet.width, horizon + 2), (0, horizon + 2)], v.HILL)


def below(sheet, edge, fill, stroke=None, width=0):
    """The ground nearer than `edge(angle)` metres, in every direction."""
    around = Around(sheet.width, HORIZON)
    points = [(x, around.point(0, edge((x / sheet.width - 0.5) * 2 * math.pi), 0)[1]) for x in range(0, sheet.width + 1, 8)]
    sheet.pixels(points + [(sheet.width, HEIGHT), (0, HEIGHT)], fill)
    if stroke:
        sheet.pixels(points, "none", stroke, width, closed=False)


def road(half):
    return lambda angle: min(half / max(abs(math.sin(angle)), 1e-3), 400)


def yard(right, ahead):
    return lambda angle: min(right / max(abs(math.sin(angle)), 1e-3), ahead / max(abs(math.cos(angle)), 1e-3))


def paving(sheet, inside, reach, step, stroke):
    """Joints of the paving as straight lines of the ground, bent by the panorama, only where `inside` is."""
    around = Around(sheet.width, HORIZON)
    for turn in (0, math.pi / 2):
        k = step / 2
        while k < reach:
            for side in (0, math.pi):
                run = []
                for i in range(-88, 89):
                    angle = turn + side + math.radians(i)
                    distance = k / math.cos(math.radians(i))
                    if distance <= inside(angle) and distance < 40:
                        run.append(around.point(angle if angle <= math.pi else angle - 2 * math.pi, distance, 0))
                    else:
                        run = _flush(sheet, run, stroke)
                _flush(sheet, run, stroke)
            k += step


def _flush(sheet, run, stroke):
    parts = [[]]
    for point in run:
        if parts[-1] and abs(point[0] - parts[-1][-1][0]) > sheet.width / 2:
            parts.append([])
        parts[-1].append(point)
    for part in parts:
        if len(part) > 1:
            sheet.pixels(part, "none", stroke, 2, closed=False)
    return []


def gate_panorama():
    """On the road before the gate: the gate ahead, fields to the left and behind, houses and a pond to the right."""
    dice, sheet = random.Random(21), Sheet(WIDTH, HEIGHT, wraps=True)
    around = Around(WIDTH, HORIZON)
    at = lambda degrees, distance: Plane(sheet, around.wall(degrees, distance))
    sky(sheet, HORIZON)
    clouds(sheet, dice, 9, 60, 330)
    hills(sheet, HORIZON)
    below(sheet, lambda a: 300, v.RICE)
    for far, tone in ((70, v.RICE_DEEP), (34, v.RICE), (20, v.RICE_DEEP), (13, v.RICE)):
        below(sheet, lambda a: far * (1.0 + 0.12 * math.sin(3 * a + far)), tone)
    for degrees in (-160, -135, -118, -96, -84, 128, 150, 166):
        v.tree(at(degrees, 60), dice.uniform(5, 8), 4.0, dice)
    def shore(grow):
        turns = [math.radians(d) for d in range(0, 360, 4)]
        return [around.ground(12.5 + (4.6 + grow) * math.cos(t), 0.6 + (6.4 + grow) * math.sin(t)) for t in turns]
    sheet.pixels(shore(0.5), v.RICE_DEEP)
    sheet.pixels(shore(0), v.WATER, v.LEAF, 4)
    sheet.pixels(shore(-2.2), v.WATER_LIGHT)
    for _ in range(34):
        turn, far = dice.uniform(0, 2 * math.pi), dice.uniform(0.3, 0.92)
        x, y = 12.5 + 4.6 * far * math.cos(turn), 0.6 + 6.4 * far * math.sin(turn)
        flat = Plane(sheet, Flat(around.focal / math.hypot(x, y), around.ground(x, y)))
        flat.oval(0, 0, 0.5, 0.13, v.LEAF if dice.random() < 0.7 else v.LEAF_LIGHT)
        if dice.random() < 0.3:
            flat.oval(0.1, 0.42, 0.16, 0.2, v.LOTUS)
            flat.line([(0.1, 0), (0.1, 0.25)], v.LEAF, 2)
    v.house(at(74, 24), 3.4, 2.6, 1)
    v.palm(at(64, 23), 6.4, 1.3)
    v.house(at(96, 23), 3.8, 2.7, 2)
    v.palm(at(85, 22), 7.0, 1.3)
    v.tree(at(110, 21), 6.5, 3.2, dice)
    v.palm(at(119, 22), 5.8, 1.2)
    for degrees, distance in ((-104, 17), (-126, 24), (-88, 30)):
        v.buffalo(at(degrees, distance))
    for degrees in (-142, -148, 158):
        egret(at(degrees, 15))
    v.bamboo(at(-58, 15), 4.6, 7.5, dice)
    v.bamboo(at(46, 15), 4.0, 7.0, dice)
    below(sheet, road(2.4), v.LEDGE, v.EDGE, 4)
    below(sheet, road(2.0), v.COURT)
    paving(sheet, road(2.0), 2.0, 0.8, v.LEDGE)
    front = at(0, 10)
    v.fence(front, -8.6, -3.9)
    v.fence(front, 3.9, 8.6)
    v.gate(front)
    v.tree(at(-34, 9.2), 6.4, 2.5, dice)
    v.palm(at(30, 9.5), 5.6, 1.1)
    return sheet


def egret(plane):
    plane.oval(0, 0.55, 0.3, 0.16, v.SURFACE, v.EDGE, 1.5, 0.3)
    plane.line([(0.22, 0.62), (0.3, 0.95), (0.22, 1.05)], v.SURFACE, 5)
    plane.line([(0.22, 1.05), (0.42, 1.0)], v.WALL_DEEP, 3)
    plane.line([(-0.03, 0.42), (-0.03, 0)], v.EDGE, 2)
    plane.line([(0.07, 0.42), (0.07, 0)], v.EDGE, 2)


def house_panorama():
    """In the yard of the communal house: the house ahead, the old tree and the well, the pond, the gate behind."""
    dice, sheet = random.Random(7), Sheet(WIDTH, HEIGHT, wraps=True)
    around = Around(WIDTH, HORIZON)
    at = lambda degrees, distance: Plane(sheet, around.wall(degrees, distance))
    sky(sheet, HORIZON)
    clouds(sheet, dice, 8, 40, 260)
    hills(sheet, HORIZON)
    below(sheet, lambda a: 300, v.RICE)
    below(sheet, lambda a: 40 * (1 + 0.1 * math.sin(3 * a)), v.RICE_DEEP)
    below(sheet, lambda a: 22, v.RICE)
    for degrees in (-150, -118, -62, 58, 122, 148):
        v.tree(at(degrees, 34), dice.uniform(6, 9), 4.2, dice)
    for degrees, high in ((-52, 8), (-47, 7), (47, 7.5), (53, 8.2), (160, 6), (-163, 6.5)):
        v.palm(at(degrees, 20), high, 1.4)
    v.house(at(-84, 15), 5.2, 2.7, 3)
    v.house(at(112, 20), 3.4, 2.6, 1)
    inside = yard(9.5, 12.5)
    below(sheet, inside, v.COURT, v.LEDGE, 6)
    paving(sheet, inside, 12.5, 0.9, v.LEDGE)
    v.fence(at(90, 9.8), -11, 11, 1.2)
    water = [(math.radians(d), 6.4 / math.sin(math.radians(d))) for d in range(52, 129, 2)]
    back = [(math.radians(d), 9.3 / math.sin(math.radians(d))) for d in range(128, 51, -2)]
    rim = [around.point(a, d, 0) for a, d in water + back]
    sheet.pixels(rim, v.WATER, v.BRICK, 9)
    for _ in range(26):
        a, far = math.radians(dice.uniform(58, 122)), dice.uniform(6.9, 8.8)
        distance = far / math.sin(a)
        flat = Plane(sheet, Flat(around.focal / distance, around.point(a, distance, 0)))
        flat.oval(0, 0, 0.42, 0.12, dice.choice([v.LEAF, v.LEAF, v.LEAF_LIGHT]))
        if dice.random() < 0.35:
            flat.line([(0.1, 0), (0.1, 0.3)], v.LEAF, 3)
            flat.oval(0.1, 0.42, 0.14, 0.19, v.LOTUS)
    v.communal_house(at(0, 13.5))
    gate_side = at(180, 13)
    v.fence(gate_side, -11.5, -3.9)
    v.fence(gate_side, 3.9, 11.5)
    v.gate(gate_side)
    v.tree(at(-128, 9), 7.6, 3.6, dice, 0.75)
    v.well(at(-108, 6.2))
    for degrees in (-39, 39):
        flag(at(degrees, 10.5))
    mats(sheet, around, dice)
    return sheet


def flag(plane):
    """A festival pennant of five colours, as hung at village feasts."""
    plane.line([(0, 0), (0, 5.4)], v.TRUNK, 6)
    for i, tone in enumerate((v.DOOR, v.BRICK, v.SURFACE, v.LEAF_LIGHT, v.WALL)):
        size = 0.85 * (1 - i * 0.19)
        plane.box(0.95 - size, 4.4 - size, 0.95 + size, 4.4 + size, tone, v.EDGE, 1.2)


def mats(sheet, around, dice):
    """Two mats of rice drying in the sun."""
    for turn, far in ((-22, 5.4), (24, 6.0)):
        middle = math.radians(turn)
        x, y = far * math.sin(middle), far * math.cos(middle)
        corners = [(x - 1.1, y - 0.8), (x + 1.1, y - 0.8), (x + 1.1, y + 0.8), (x - 1.1, y + 0.8)]
        sheet.pixels([around.ground(*c) for c in corners], v.STRAW, v.WALL_DEEP, 4)
        for _ in range(160):
            gx, gy = around.ground(x + dice.uniform(-1, 1), y + dice.uniform(-0.7, 0.7))
            Plane(sheet, Flat(26, (gx, gy))).oval(0, 0, 0.12, 0.05, v.WALL_DEEP, turn=dice.uniform(0, 3))


def view(seed, ground, paint, width=1600, height=1000, floor=790, scale=88):
    sheet, dice = Sheet(width, height), random.Random(seed)
    sky(sheet, floor)
    clouds(sheet, dice, 3, 80, 300)
    sheet.band(floor, height, ground)
    paint(Plane(sheet, Flat(scale, (width / 2, floor))), sheet, dice)
    return sheet


def gate_view(plane, sheet, dice):
    v.bamboo(plane.at(-6.6), 2.2, 6.4, dice)
    v.bamboo(plane.at(6.9), 2.0, 6.0, dice)
    v.fence(plane, -9.3, -3.9)
    v.fence(plane, 3.9, 9.3)
    v.gate(plane)
    sheet.pixels([(648, 790), (952, 790), (1230, 1000), (370, 1000)], v.COURT, v.LEDGE, 5)


def house_view(plane, sheet, dice):
    v.palm(plane.at(-10.2), 7.5, 1.3)
    v.palm(plane.at(10.4), 7.0, 1.3)
    v.communal_house(plane)
    for i in range(1, 8):
        y = 790 + 5 * i * (i + 1)
        sheet.pixels([(0, y), (1600, y)], "none", v.LEDGE, 2, closed=False)


def well_view(plane, sheet, dice):
    v.palm(plane.at(-5.0), 5.4, 1.1)
    v.fence(plane, -9, 9, 1.5)
    for i in range(1, 8):
        y = 620 + 6 * i * (i + 1)
        sheet.pixels([(0, y), (1600, y)], "none", v.LEDGE, 2, closed=False)
    v.tree(plane.at(3.2, -0.3), 5.6, 2.6, dice, 0.5)
    v.well(Plane(sheet, Flat(250, (620, 900))))


def still_life(seed, paint, scale=130, floor=620):
    sheet, dice = Sheet(1200, 900), random.Random(seed)
    sheet.band(0, 900, v.TINT)
    sheet.band(0, 36, v.WALL)
    sheet.band(36, 46, v.WALL_DEEP)
    plane = Plane(sheet, Flat(scale, (600, floor)))
    products.table(plane)
    paint(plane, dice)
    return sheet


def pictures():
    return {
        "cong-lang-toan-canh": gate_panorama(),
        "dinh-lang-toan-canh": house_panorama(),
        "cong-lang": view(3, v.RICE, gate_view, scale=92),
        "dinh-lang": view(4, v.COURT, house_view, scale=72),
        "gieng-lang": view(5, v.COURT, well_view, scale=104, floor=620),
        "gao": still_life(11, products.rice),
        "hoa-cuc": still_life(12, products.flowers),
        "nem": still_life(13, products.nem),
    }


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content/starter/communes/09784/pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheet in pictures().items():
        target = folder / f"{name}.png"
        subprocess.run(["rsvg-convert", "--background-color=#FAF7EE", "--output", str(target)], input=sheet.svg().encode(), check=True)
        print(f"{target.name}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
