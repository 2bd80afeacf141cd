"""A sheet of flat shapes, and the ways a drawing plane lands on it.

Shapes are polygons in metres: `u` to the right, `z` up from the ground. A projection turns them into pixels: straight
on for an ordinary picture, or around the viewer for a panorama that closes at its left and right edges. The result is
SVG text; the same input gives the same text.
"""

import math


class Flat:
    """A plane seen straight on: `scale` pixels a metre, (u 0, z 0) at `origin`."""

    def __init__(self, scale, origin):
        self.scale, self.origin = scale, origin

    def __call__(self, u, z):
        return self.origin[0] + u * self.scale, self.origin[1] - z * self.scale


class Around:
    """A panorama of 360 degrees on a cylinder; the viewer stands at (0, 0), eyes `eye` metres above the ground."""

    def __init__(self, width, horizon, eye=1.6):
        self.width, self.horizon, self.eye = width, horizon, eye
        self.focal = width / (2 * math.pi)

    def point(self, angle, distance, z):
        x = self.width / 2 + angle * self.focal
        return x, self.horizon - self.focal * (z - self.eye) / distance

    def wall(self, degrees, distance):
        """The plane that faces the viewer `distance` metres away in direction `degrees` (0: the middle)."""
        turn = math.radians(degrees)
        return lambda u, z: self.point(turn + math.atan2(u, distance), math.hypot(u, distance), z)

    def ground(self, x, y):
        """The ground `x` metres to the right and `y` ahead; only for shapes that do not pass behind the viewer."""
        return self.point(math.atan2(x, y), max(math.hypot(x, y), 0.1), 0.0)


class Sheet:
    """Collects shapes; `wraps` draws what leaves one side again at the other."""

    def __init__(self, width, height, wraps=False):
        self.width, self.height, self.wraps = width, height, wraps
        self.parts = []

    def pixels(self, points, fill="none", stroke=None, width=0.0, closed=True):
        shifts = [0]
        if self.wraps:
            low, high = min(p[0] for p in points), max(p[0] for p in points)
            shifts += [self.width] if low < 0 else []
            shifts += [-self.width] if high > self.width else []
        for shift in shifts:
            line = " ".join(f"{x + shift:.1f},{y:.1f}" for x, y in points)
            pen = f' stroke="{stroke}" stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"' if stroke else ""
            self.parts.append(f'<{"polygon" if closed else "polyline"} points="{line}" fill="{fill}"{pen}/>')

    def band(self, top, bottom, fill):
        self.parts.append(f'<rect x="0" y="{top}" width="{self.width}" height="{bottom - top}" fill="{fill}"/>')

    def svg(self):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}">'
                + "\n".join(self.parts) + "</svg>\n")


class Plane:
    """A sheet through one projection: what the village is drawn with."""

    def __init__(self, sheet, project, step=0.25):
        self.sheet, self.project, self.step = sheet, project, step

    def at(self, u, z=0.0):
        """The same plane, moved."""
        return Plane(self.sheet, lambda a, b: self.project(a + u, b + z), self.step)

    def _bent(self, points, closed):
        ends = points[1:] + points[:1] if closed else points[1:]
        out = []
        for (u, z), (u2, z2) in zip(points, ends):
            parts = max(1, math.ceil(max(abs(u2 - u), abs(z2 - z)) / self.step))
            out += [self.project(u + (u2 - u) * i / parts, z + (z2 - z) * i / parts) for i in range(parts)]
        return out if closed else out + [self.project(*points[-1])]

    def shape(self, points, fill, stroke=None, width=0.0):
        self.sheet.pixels(self._bent(points, True), fill, stroke, width)

    def line(self, points, stroke, width):
        self.sheet.pixels(self._bent(points, False), "none", stroke, width, closed=False)

    def box(self, left, bottom, right, top, fill, stroke=None, width=0.0):
        self.shape([(left, bottom), (right, bottom), (right, top), (left, top)], fill, stroke, width)

    def oval(self, u, z, across, up, fill, stroke=None, width=0.0, turn=0.0):
        cos, sin = math.cos(turn), math.sin(turn)
        (left, _), (right, _) = self.project(u, z), self.project(u + max(across, up), z)
        corners = min(64, max(12, round(abs(right - left) / 2)))
        points = []
        for i in range(corners):
            a, b = across * math.cos(2 * math.pi * i / corners), up * math.sin(2 * math.pi * i / corners)
            points.append(self.project(u + a * cos - b * sin, z + a * sin + b * cos))
        self.sheet.pixels(points, fill, stroke, width)
