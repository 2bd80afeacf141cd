"""Three things that a village sells, as pictures: rice, flowers, nem wrapped in fig leaves."""

import math

from village import (BRICK, BRICK_DEEP, COURT, DOOR, DOOR_DEEP, EDGE, LEAF, LEAF_LIGHT, LEDGE, LOTUS, SURFACE, TRUNK,
                     WALL, WALL_DEEP, WALL_PALE)


def table(plane, half=6.0):
    plane.box(-half, -3, half, 0, TRUNK)
    for i in range(-5, 6):
        plane.line([(i * 1.2 - i * 0.1, 0), (i * 1.9, -3)], BRICK_DEEP, 2)
    plane.box(-half, -0.12, half, 0.02, BRICK_DEEP)


def rice(plane, random):
    sack = [(-3.2, -0.9), (-0.4, -0.9), (-0.25, 0.6), (-0.55, 2.3), (-1.0, 2.75), (-2.6, 2.75), (-3.05, 2.3), (-3.35, 0.6)]
    plane.shape(sack, WALL_PALE, WALL_DEEP, 5)
    plane.shape([(-1.15, 2.7), (-2.45, 2.7), (-2.8, 3.35), (-2.2, 3.15), (-1.8, 3.4), (-1.4, 3.15), (-0.8, 3.35)],
                WALL_PALE, WALL_DEEP, 5)
    plane.line([(-2.5, 2.72), (-1.1, 2.72)], BRICK, 9)
    plane.oval(-1.8, 1.0, 0.95, 0.95, SURFACE, DOOR, 6)
    ear(plane.at(-2.15, 0.35), 1.3, 0.7)
    for i in range(3):
        ear(plane.at(0.9 + i * 0.3, 0.4), 3.0 + i * 0.25, 1.0 + i * 0.5)
    for _ in range(420):
        angle, away = random.uniform(0, math.pi), random.uniform(0, 1) ** 0.7
        plane.oval(1.7 + 1.5 * away * math.cos(angle), 0.45 + 0.95 * away * math.sin(angle), 0.11, 0.05,
                   random.choice([SURFACE, COURT, SURFACE, LEDGE]), turn=random.uniform(0, 3.1))
    plane.shape([(-0.05, 0.5), (3.45, 0.5), (3.0, -0.55), (2.4, -0.9), (1.0, -0.9), (0.4, -0.55)], DOOR, DOOR_DEEP, 5)
    plane.line([(0.15, 0.12), (3.25, 0.12)], WALL, 6)


def ear(plane, high, lean):
    """A bent ear of rice."""
    points = [(lean * t ** 2.2, high * (t - 0.25 * t ** 4)) for t in [i / 14 for i in range(15)]]
    plane.line(points, LEAF_LIGHT, 4)
    for i, (u, z) in enumerate(points[7:]):
        side = 1 if i % 2 else -1
        plane.oval(u + side * 0.1, z, 0.15, 0.065, WALL_DEEP, turn=0.9 * side + 0.6)


def chrysanthemum(plane, size, petal, core):
    for ring, (count, length) in enumerate(((18, 1.0), (14, 0.75), (10, 0.5))):
        for i in range(count):
            a = 2 * math.pi * (i + ring * 0.5) / count
            plane.oval(size * length * 0.62 * math.cos(a), size * length * 0.62 * math.sin(a), size * length * 0.4, size * 0.14,
                       petal, core, 1.4, turn=a)
    plane.oval(0, 0, size * 0.24, size * 0.24, core)


def flowers(plane, random):
    heads = [(-2.2, 2.6), (-1.0, 3.5), (0.4, 3.9), (1.7, 3.4), (2.5, 2.4), (-0.2, 2.6), (1.1, 2.3), (-1.3, 2.0)]
    for u, z in heads:
        plane.line([(u * 0.2, 0.8), (u * 0.6, z * 0.55), (u, z)], LEAF, 7)
        for t in (0.45, 0.65):
            plane.oval(u * t + random.uniform(-0.25, 0.25), z * t + 0.3, 0.5, 0.17, random.choice([DOOR, LEAF, LEAF_LIGHT]),
                       turn=random.uniform(-0.8, 0.8))
    plane.shape([(-1.15, 1.0), (1.15, 1.0), (0.85, -0.9), (-0.85, -0.9)], BRICK, BRICK_DEEP, 5)
    plane.box(-1.3, 0.85, 1.3, 1.25, BRICK, BRICK_DEEP, 5)
    tones = [(WALL, WALL_DEEP), (SURFACE, LEDGE), (LOTUS, BRICK)]
    for i, (u, z) in enumerate(heads):
        chrysanthemum(plane.at(u, z), 0.78, *tones[i % 3])


def nem(plane, random):
    plane.oval(0, -0.35, 4.3, 1.15, SURFACE, EDGE, 5)
    plane.oval(0, -0.3, 3.7, 0.9, COURT)
    for u, z in ((-2.4, -0.1), (-1.2, -0.45), (0.1, -0.6)):
        fig_leaf(plane.at(u, z), 0.95, random)
    for u, z in ((-1.5, 0.35), (0.0, 0.35), (1.5, 0.35), (-0.75, 1.15), (0.75, 1.15)):
        wrapped(plane.at(u, z))
    plane.oval(2.75, 0.0, 0.75, 0.36, SURFACE, EDGE, 4)
    plane.oval(2.75, 0.03, 0.58, 0.24, BRICK)
    for i in range(4):
        plane.oval(2.45 + i * 0.2, 0.03 + (i % 2) * 0.07, 0.06, 0.035, WALL)


def fig_leaf(plane, size, random):
    turn = random.uniform(-0.5, 0.5)
    plane.oval(0, 0, size, size * 0.36, LEAF, DOOR_DEEP, 3, turn)
    plane.line([(-size * math.cos(turn), -size * math.sin(turn)), (size * math.cos(turn), size * math.sin(turn))], LEAF_LIGHT, 3)


def wrapped(plane):
    """One roll in leaves, tied with a bamboo string."""
    plane.shape([(-0.72, -0.32), (0.72, -0.32), (0.8, 0.1), (0.62, 0.46), (-0.62, 0.46), (-0.8, 0.1)], DOOR, DOOR_DEEP, 4)
    plane.shape([(-0.72, -0.32), (0.1, -0.32), (-0.25, 0.46), (-0.62, 0.46), (-0.8, 0.1)], LEAF, DOOR_DEEP, 3)
    plane.line([(0, -0.32), (0.05, 0.46)], WALL, 7)
    plane.line([(-0.79, 0.06), (0.79, 0.06)], WALL, 7)
    plane.line([(0.02, 0.06), (-0.22, 0.3)], WALL_DEEP, 4)
    plane.line([(0.02, 0.06), (0.28, 0.28)], WALL_DEEP, 4)
