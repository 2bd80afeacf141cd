#include "content/text/sky.h"

#include <array>
#include <cmath>
#include <numbers>

namespace conglang {
namespace {

double sine(double degrees) {
  return std::sin(degrees * std::numbers::pi / 180);
}

double cosine(double degrees) {
  return std::cos(degrees * std::numbers::pi / 180);
}

// Earth's clock behind the sky's, in days. Source: F. Espenak and J. Meeus, NASA/TP-2006-214141.
double clock_lag(double year) {
  const auto seconds = [year] {
    if (year < 1920) {
      const double t = year - 1900;
      return -2.79 + t * (1.494119 + t * (-0.0598939 + t * (0.0061966 - 0.000197 * t)));
    }
    if (year < 1941) {
      const double t = year - 1920;
      return 21.20 + t * (0.84493 + t * (-0.076100 + 0.0020936 * t));
    }
    if (year < 1961) {
      const double t = year - 1950;
      return 29.07 + t * (0.407 + t * (-1.0 / 233 + t / 2547));
    }
    if (year < 1986) {
      const double t = year - 1975;
      return 45.45 + t * (1.067 + t * (-1.0 / 260 - t / 718));
    }
    if (year < 2005) {
      const double t = year - 2000;
      return 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + 0.00002373599 * t))));
    }
    if (year < 2050) {
      const double t = year - 2000;
      return 62.92 + t * (0.32217 + 0.005589 * t);
    }
    const double t = (year - 1820) / 100;
    return -20 + 32 * t * t - 0.5628 * (2150 - year);
  };
  return seconds() / 86400;
}

double year_of(SkyTime time) {
  return 2000 + time / 365.25;
}

// A term of the moon's inequalities: the sun's anomaly, the moon's, and the moon's distance from its node,
// each so many times; `eccentricity` is the power of E that goes with it.
struct MoonTerm {
  double days;
  int eccentricity;
  int sun;
  int moon;
  int node;
};

constexpr std::array kMoonTerms{
    MoonTerm{-0.40720, 0, 0, 1, 0},   MoonTerm{0.17241, 1, 1, 0, 0},   MoonTerm{0.01608, 0, 0, 2, 0},
    MoonTerm{0.01039, 0, 0, 0, 2},    MoonTerm{0.00739, 1, -1, 1, 0},  MoonTerm{-0.00514, 1, 1, 1, 0},
    MoonTerm{0.00208, 2, 2, 0, 0},    MoonTerm{-0.00111, 0, 0, 1, -2}, MoonTerm{-0.00057, 0, 0, 1, 2},
    MoonTerm{0.00056, 1, 1, 2, 0},    MoonTerm{-0.00042, 0, 0, 3, 0},  MoonTerm{0.00042, 1, 1, 0, 2},
    MoonTerm{0.00038, 1, 1, 0, -2},   MoonTerm{-0.00024, 1, -1, 2, 0}, MoonTerm{-0.00007, 0, 2, 1, 0},
    MoonTerm{0.00004, 0, 0, 2, -2},   MoonTerm{0.00004, 0, 3, 0, 0},   MoonTerm{0.00003, 0, 1, 1, -2},
    MoonTerm{0.00003, 0, 0, 2, 2},    MoonTerm{-0.00003, 0, 1, 1, 2},  MoonTerm{0.00003, 0, -1, 1, 2},
    MoonTerm{-0.00002, 0, -1, 1, -2}, MoonTerm{-0.00002, 0, 1, 3, 0},  MoonTerm{0.00002, 0, 0, 4, 0},
};

// What the planets do to the moon: days, degrees at k = 0, degrees a lunation.
struct PlanetTerm {
  double days;
  double start;
  double step;
};

constexpr std::array kPlanetTerms{
    PlanetTerm{0.000325, 299.77, 0.107408},  PlanetTerm{0.000165, 251.88, 0.016321},
    PlanetTerm{0.000164, 251.83, 26.651886}, PlanetTerm{0.000126, 349.42, 36.412478},
    PlanetTerm{0.000110, 84.66, 18.206239},  PlanetTerm{0.000062, 141.74, 53.303771},
    PlanetTerm{0.000060, 207.14, 2.453732},  PlanetTerm{0.000056, 154.84, 7.306860},
    PlanetTerm{0.000047, 34.52, 27.261239},  PlanetTerm{0.000042, 207.19, 0.121824},
    PlanetTerm{0.000040, 291.34, 1.844379},  PlanetTerm{0.000037, 161.72, 24.198154},
    PlanetTerm{0.000035, 239.56, 25.513099}, PlanetTerm{0.000023, 331.55, 3.592518},
};

struct SunTerm {
  double size;
  double start;
  double step;  // degrees a century
};

constexpr std::array kSunTerms{
    SunTerm{403406, 270.54861, 0.9287892},
    SunTerm{195207, 340.19128, 35999.1376958},
    SunTerm{119433, 63.91854, 35999.4089666},
    SunTerm{112392, 331.26220, 35998.7287385},
    SunTerm{3891, 317.843, 71998.20261},
    SunTerm{2819, 86.631, 71998.4403},
    SunTerm{1721, 240.052, 36000.35726},
    SunTerm{660, 310.26, 71997.4812},
    SunTerm{350, 247.23, 32964.4678},
    SunTerm{334, 260.87, -19.4410},
    SunTerm{314, 297.82, 445267.1117},
    SunTerm{268, 343.14, 45036.8840},
    SunTerm{242, 166.79, 3.1008},
    SunTerm{234, 81.53, 22518.4434},
    SunTerm{158, 3.50, -19.9739},
    SunTerm{132, 132.75, 65928.9345},
    SunTerm{129, 182.95, 9038.0293},
    SunTerm{114, 162.03, 3034.7684},
    SunTerm{99, 29.8, 33718.148},
    SunTerm{93, 266.4, 3034.448},
    SunTerm{86, 249.2, -2280.773},
    SunTerm{78, 157.6, 29929.992},
    SunTerm{72, 257.8, 31556.493},
    SunTerm{68, 185.1, 149.588},
    SunTerm{64, 69.9, 9037.750},
    SunTerm{46, 8.0, 107997.405},
    SunTerm{38, 197.1, -4444.176},
    SunTerm{37, 250.4, 151.771},
    SunTerm{32, 65.3, 67555.316},
    SunTerm{29, 162.7, 31556.080},
    SunTerm{28, 341.5, -4561.540},
    SunTerm{27, 291.6, 107996.706},
    SunTerm{27, 98.5, 1221.655},
    SunTerm{25, 146.7, 62894.167},
    SunTerm{24, 110.0, 31437.369},
    SunTerm{21, 5.2, 14578.298},
    SunTerm{21, 342.6, -31931.757},
    SunTerm{20, 230.9, 34777.243},
    SunTerm{18, 256.1, 1221.999},
    SunTerm{17, 45.3, 62894.511},
    SunTerm{14, 242.9, -4442.039},
    SunTerm{13, 115.2, 107997.909},
    SunTerm{13, 151.8, 119.066},
    SunTerm{13, 285.3, 16859.071},
    SunTerm{12, 53.3, -4.578},
    SunTerm{10, 126.6, 26895.292},
    SunTerm{10, 205.7, -39.127},
    SunTerm{10, 85.9, 12297.536},
    SunTerm{10, 146.1, 90073.778},
};

}  // namespace

SkyTime new_moon(int k) {
  const double n = k;
  const double t = n / 1236.85;
  const double t2 = t * t;
  const double sun = 2.5534 + 29.10535670 * n - t2 * (0.0000014 + 0.00000011 * t);
  const double moon = 201.5643 + 385.81693528 * n + t2 * (0.0107582 + t * (0.00001238 - 0.000000058 * t));
  const double node = 160.7108 + 390.67050284 * n - t2 * (0.0016118 + t * (0.00000227 - 0.000000011 * t));
  const double rising = 124.7746 - 1.56375588 * n + t2 * (0.0020672 + 0.00000215 * t);
  const double eccentricity = 1 - t * (0.002516 + 0.0000074 * t);
  // JDE 2451550.09766 is 5.09766 days after the epoch of SkyTime.
  double time = 5.09766 + 29.530588861 * n + t2 * (0.00015437 + t * (-0.000000150 + 0.00000000073 * t));
  for (const MoonTerm& term : kMoonTerms) {
    time += term.days * std::pow(eccentricity, term.eccentricity) *
            sine(term.sun * sun + term.moon * moon + term.node * node);
  }
  time -= 0.00017 * sine(rising);
  for (const PlanetTerm& term : kPlanetTerms) {
    const double curve = &term == kPlanetTerms.data() ? -0.009173 * t2 : 0;
    time += term.days * sine(term.start + term.step * n + curve);
  }
  return time - clock_lag(year_of(time));
}

double sun_longitude(SkyTime time) {
  const double c = (time + clock_lag(year_of(time))) / 36525;
  double sum = 0;
  for (const SunTerm& term : kSunTerms) sum += term.size * sine(term.start + term.step * c);
  const double mean = 282.7771834 + 36000.76953744 * c + 0.000005729577951308232 * sum;
  const double aberration = 0.0000974 * cosine(177.63 + 35999.01848 * c) - 0.005575;
  const double nutation = -0.004778 * sine(124.90 + c * (-1934.134 + 0.002063 * c)) -
                          0.0003667 * sine(201.11 + c * (72001.5377 + 0.00057 * c));
  const double longitude = std::fmod(mean + aberration + nutation, 360);
  return longitude < 0 ? longitude + 360 : longitude;
}

}  // namespace conglang
