"""What stands in a village: roofs, the gate, the communal house, trees. Colours are the kiosk's own."""

import math

PAGE, SURFACE, WALL, WALL_DEEP, WALL_PALE = "#FAF7EE", "#FFFFFF", "#F7CB57", "#E9B437", "#FBDD8C"
BRICK, BRICK_DEEP, BRICK_LIGHT = "#A33A1F", "#7A2713", "#C4593A"
DOOR, DOOR_DEEP, TINT, INK = "#0E5A45", "#083F30", "#E2F0E8", "#16261F"
COURT, LEDGE, EDGE, STRAW = "#EFE9DA", "#CFC4A4", "#8E8669", "#FFE8A6"
RICE, RICE_DEEP, LEAF, LEAF_LIGHT = "#A9CC86", "#8AB86C", "#2F7A52", "#5FA06A"
WATER, WATER_LIGHT, HILL, LOTUS, TRUNK = "#A8D0CE", "#C9E4E0", "#BCD3C4", "#E58C9A", "#6F5A3E"


def roof(plane, half, eave, ridge, top_half, lift=0.7):
    """A tiled roof: eave at height `eave`, its corners lifted, ridge of half-width `top_half` at `ridge`."""
    tall = ridge - eave
    side = [(half + 0.5 - (half + 0.5 - top_half) * t ** 0.55, eave + lift * (1 - t) ** 4 + tall * t) for t in
            [i / 10 for i in range(11)]]
    under = [(-half - 0.5 + (2 * half + 1) * i / 24, eave + lift * abs(2 * i / 24 - 1) ** 5) for i in range(25)]
    outline = under + side[1:] + [(-u, z) for u, z in reversed(side)][:-1]
    plane.shape(outline, BRICK)
    rows = max(3, round(tall / 0.42))
    for row in range(1, rows):
        t = row / rows
        reach = half + 0.2 - (half + 0.5 - top_half) * t ** 0.55
        z = eave + tall * t
        count = max(4, round(reach * 2 / 0.55))
        for i in range(count):
            left = -reach + 2 * reach * i / count
            wide = 2 * reach / count
            arc = [(left + wide * k / 4, z - 0.13 * math.sin(math.pi * k / 4)) for k in range(5)]
            plane.line(arc, BRICK_LIGHT, 1.6)
    plane.line(outline + outline[:1], BRICK_DEEP, 3.5)
    plane.line([(-top_half - 0.3, ridge + 0.15), (-top_half, ridge), (top_half, ridge), (top_half + 0.3, ridge + 0.15)],
               BRICK_DEEP, 7)


def arch(plane, left, right, foot, spring, fill, edge=WALL_DEEP, width=4):
    middle, radius = (left + right) / 2, (right - left) / 2
    curve = [(middle + radius * math.cos(a), spring + radius * 0.8 * math.sin(a)) for a in
             [math.pi * i / 20 for i in range(21)]]
    plane.shape([(right, foot)] + curve + [(left, foot)], fill, edge, width)


def gate(plane):
    """A village gate of two tiers, its arch open on the road behind."""
    plane.box(-3.2, 0, 3.2, 4.1, WALL)
    for u in (-2.55, 2.55):
        plane.box(u - 0.3, 0.4, u + 0.3, 3.4, WALL_PALE, WALL_DEEP, 2.5)
        plane.oval(u, 2.0, 0.18, 0.18, WALL, BRICK, 3)
    arch(plane, -1.75, 1.75, 0, 2.3, PAGE)
    plane.shape([(-1.75, 0), (1.75, 0), (1.75, 1.5), (-1.75, 1.5)], RICE)
    plane.shape([(-1.75, 0), (1.75, 0), (0.35, 1.5), (-0.35, 1.5)], LEDGE)
    palm(plane.at(-0.85, 0.8), 1.3, 0.35)
    arch(plane, -1.75, 1.75, 0, 2.3, "none", WALL_DEEP, 6)
    for side in (-1, 1):
        plane.box(min(side * 3.3, side * 2.0), 0, max(side * 3.3, side * 2.0), 0.4, WALL_DEEP)
    roof(plane, 3.5, 4.1, 5.3, 2.5, 0.6)
    plane.box(-1.7, 5.3, 1.7, 6.4, WALL)
    plane.box(-1.45, 5.55, 1.45, 6.15, SURFACE, WALL_DEEP, 3)
    for i in range(5):
        plane.box(-1.1 + i * 0.5, 5.72, -0.9 + i * 0.5, 5.98, DOOR)
    roof(plane, 1.9, 6.4, 7.3, 1.2, 0.45)
    for side in (-1, 1):
        plane.box(side * 3.7 - 0.25, 0, side * 3.7 + 0.25, 4.6, WALL, WALL_DEEP, 3)
        plane.shape([(side * 3.7 - 0.35, 4.6), (side * 3.7 + 0.35, 4.6), (side * 3.7, 5.4)], BRICK, BRICK_DEEP, 2.5)


def fence(plane, left, right, high=1.7):
    """A low yellow wall with a tiled cap and green openings."""
    plane.box(left, 0, right, high, WALL)
    plane.box(left, 0, right, 0.3, WALL_DEEP)
    u = left + 0.6
    while u + 0.8 < right:
        plane.box(u, 0.6, u + 0.8, high - 0.35, DOOR, DOOR_DEEP, 2)
        plane.line([(u + 0.4, 0.6), (u + 0.4, high - 0.35)], WALL_PALE, 2)
        plane.line([(u, 0.95), (u + 0.8, 0.95)], WALL_PALE, 2)
        u += 1.5
    plane.box(left - 0.05, high, right + 0.05, high + 0.22, BRICK, BRICK_DEEP, 2)


def communal_house(plane):
    """A dinh of five bays: columns, green doors, a roof with lifted corners and a lantern in the middle bay."""
    plane.box(-9.6, 0, 9.6, 0.7, COURT, LEDGE, 3)
    plane.box(-2.2, 0, 2.2, 0.35, LEDGE, EDGE, 2)
    plane.box(-9, 0.7, 9, 3.6, WALL)
    for bay in range(5):
        middle = -7.2 + bay * 3.6
        open_bay = bay == 2
        plane.box(middle - 1.4, 0.7, middle + 1.4, 3.2, DOOR_DEEP if open_bay else DOOR, WALL_DEEP, 3)
        if open_bay:
            plane.box(middle - 0.5, 0.7, middle + 0.5, 1.7, BRICK, WALL, 2.5)
            plane.box(middle - 0.8, 2.4, middle + 0.8, 2.9, BRICK, WALL, 2.5)
        else:
            for leaf in range(-2, 3):
                plane.line([(middle + leaf * 0.56, 0.7), (middle + leaf * 0.56, 3.2)], DOOR_DEEP, 2.5)
            plane.line([(middle - 1.4, 1.5), (middle + 1.4, 1.5)], DOOR_DEEP, 2.5)
    for column in range(6):
        u = -9 + column * 3.6
        plane.box(u - 0.22, 0.7, u + 0.22, 3.6, BRICK, BRICK_DEEP, 2)
        plane.box(u - 0.34, 0.7, u + 0.34, 0.95, LEDGE, EDGE, 1.5)
    plane.box(-9.2, 3.35, 9.2, 3.6, BRICK_DEEP)
    roof(plane, 10, 3.6, 7.2, 7.2, 1.1)
    for side in (-1, 1):
        plane.shape([(side * 7.2, 7.2), (side * 7.9, 7.9), (side * 7.35, 7.75), (side * 6.8, 7.3)], BRICK_DEEP)
    plane.oval(0, 7.6, 0.42, 0.42, WALL, BRICK_DEEP, 3)
    for side in (-1, 1):
        plane.shape([(side * 0.5, 7.25), (side * 1.9, 7.35), (side * 1.2, 7.7)], BRICK_DEEP)
    lantern(plane.at(-1.8, 2.6))
    lantern(plane.at(1.8, 2.6))


def lantern(plane):
    plane.line([(0, 0.5), (0, 1.0)], BRICK_DEEP, 2)
    plane.oval(0, 0.2, 0.3, 0.34, WALL, BRICK, 3)
    plane.line([(0, -0.14), (0, -0.4)], BRICK, 3)


def house(plane, half=3.0, high=2.5, doors=1):
    plane.box(-half, 0, half, high, WALL_PALE)
    plane.box(-half, 0, half, 0.3, WALL_DEEP)
    for i in range(doors):
        u = (i - (doors - 1) / 2) * 1.9
        plane.box(u - 0.55, 0, u + 0.55, 2.0, DOOR, DOOR_DEEP, 2)
        plane.line([(u, 0), (u, 2.0)], DOOR_DEEP, 2)
    for u in (-half + 0.8, half - 0.8):
        plane.box(u - 0.4, 0.9, u + 0.4, 1.8, DOOR, DOOR_DEEP, 2)
    roof(plane, half + 0.2, high, high + 1.5, half - 0.6, 0.2)


def tree(plane, high, spread, random, thick=0.5):
    """A banyan-like tree: short trunk, a crown of overlapping rounds."""
    plane.shape([(-thick, 0), (thick, 0), (thick * 0.6, high * 0.6), (-thick * 0.6, high * 0.6)], TRUNK)
    for side in (-1, 1):
        plane.shape([(0, high * 0.35), (side * spread * 0.6, high * 0.7), (side * spread * 0.5, high * 0.75),
                     (-side * 0.1, high * 0.5)], TRUNK)
    rounds = [(random.uniform(-spread, spread) * 0.7, high * random.uniform(0.62, 1.0), random.uniform(0.28, 0.45))
              for _ in range(16)]
    for tone, drop in ((DOOR, 0.0), (LEAF, 0.25), (LEAF_LIGHT, 0.6)):
        for u, z, size in rounds:
            plane.oval(u - drop * 0.4, z + drop, spread * size * (1 - drop * 0.55), spread * size * (0.8 - drop * 0.5), tone)


def palm(plane, high, size=1.0):
    """An areca palm."""
    plane.shape([(-0.11 * size, 0), (0.11 * size, 0), (0.08 * size, high), (-0.08 * size, high)], EDGE)
    for i in range(1, int(high / 0.5)):
        plane.line([(-0.1 * size, i * 0.5), (0.1 * size, i * 0.5)], TRUNK, 1)
    plane.oval(0, high, 0.16 * size, 0.4 * size, LEAF_LIGHT)
    for degrees in (-20, 12, 40, 75, 105, 140, 168, 200):
        a = math.radians(degrees)
        tip = (1.7 * size * math.cos(a), high + 0.3 * size + 1.3 * size * math.sin(a) - 0.35 * size)
        bend = (0.9 * size * math.cos(a), high + 0.3 * size + 1.15 * size * math.sin(a) + 0.1 * size)
        plane.shape([(0, high + 0.2 * size), (bend[0], bend[1] + 0.14 * size), tip, (bend[0], bend[1] - 0.16 * size)],
                    LEAF if degrees % 40 else DOOR)


def bamboo(plane, wide, high, random):
    stems = sorted(random.uniform(-wide, wide) for _ in range(int(wide * 7)))
    for u in stems:
        top, lean = high * random.uniform(0.75, 1.0), random.uniform(-0.5, 0.5)
        plane.line([(u, 0), (u + lean * 0.3, top * 0.5), (u + lean, top)], random.choice([LEAF, LEAF_LIGHT, RICE_DEEP]), 4)
        for _ in range(11):
            t = random.uniform(0.3, 1.0)
            plane.oval(u + lean * t * t + random.uniform(-0.5, 0.5), top * t, 0.42, 0.09,
                       random.choice([DOOR, LEAF, LEAF_LIGHT]), turn=random.uniform(-1.0, 0.4))


def buffalo(plane):
    plane.oval(0, 0.95, 0.95, 0.5, "#4A584F")
    for u in (-0.7, -0.4, 0.45, 0.7):
        plane.box(u - 0.09, 0, u + 0.09, 0.7, "#4A584F")
    plane.oval(1.05, 1.15, 0.34, 0.26, "#4A584F")
    plane.line([(0.95, 1.35), (0.7, 1.65), (0.95, 1.75)], INK, 4)
    plane.line([(1.15, 1.35), (1.45, 1.6), (1.3, 1.75)], INK, 4)
    plane.line([(-0.92, 1.1), (-1.1, 0.6)], "#4A584F", 4)


def well(plane):
    plane.oval(0, 0.78, 0.95, 0.24, LEDGE, EDGE, 3)
    plane.box(-0.95, 0.1, 0.95, 0.78, COURT)
    for row in range(3):
        for i in range(-1, 5):
            left = -0.95 + i * 0.38 + (0.19 if row % 2 else 0)
            if left + 0.34 <= -0.95:
                continue
            plane.box(max(left, -0.95), 0.1 + row * 0.21, min(left + 0.34, 0.95), 0.27 + row * 0.21, BRICK_LIGHT if (i + row) % 3 else BRICK)
    plane.oval(0, 0.78, 0.95, 0.24, COURT, EDGE, 3)
    plane.oval(0, 0.78, 0.68, 0.16, DOOR_DEEP)
    plane.oval(0.1, 0.76, 0.35, 0.07, WATER)
