/** The lines: curves with dashes and an arrow head, one instance of a strip each. */

import { EdgeProgram, type AbstractEdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import type { LineLook } from "../../types";
import { packed } from "./colour";
import { MOST_PATTERNS, type Patterns } from "./patterns";

const PIECES = 12;

// Pairs of corners along the line: where (0 to 1 up to the arrow head, 2 its tip), which side, whether of the head.
const CORNERS = [
  ...Array.from({ length: PIECES + 1 }, (_, piece) => [piece / PIECES, 0]),
  [1, 1],
  [2, 1],
].flatMap(([along, head]) => [[along!, -1, head!], [along!, 1, head!]]);

const LEAST = { light: 0.8, bold: 2.5 }; // pixels; less could not be seen

const VERTEX = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec4 a_shape; // bend, width, radius at the end, pattern
attribute float a_least; // pixels of width at any scale
attribute vec4 a_colour;
attribute vec3 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_stage;
uniform float u_scale;
uniform float u_feather;
uniform vec3 u_on[${MOST_PATTERNS}];
uniform vec3 u_off[${MOST_PATTERNS}];

varying vec4 v_colour;
varying vec3 v_on;
varying vec3 v_off;
varying float v_along;
varying float v_side;
varying float v_half;

vec2 pixel(vec2 at) {
  return (u_matrix * vec3(at, 1.0)).xy * 0.5 * u_stage;
}

void main() {
  vec2 from = pixel(a_from);
  vec2 to = pixel(a_to);
  vec2 way = to - from;
  float size = length(way);
  if (a_shape.y == 0.0 || size < 0.5) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 via = (from + to) * 0.5 + vec2(-way.y, way.x) / size * a_shape.x * u_scale;
  float width = max(a_shape.y * u_scale, a_least);
  float head = (4.5 + 1.35 * a_shape.y) * u_scale;
  float end = 1.0 - min(a_shape.z * u_scale / size, 0.5);
  float base = max(end - head / size, 0.0);
  float t = a_corner.x > 1.0 ? end : a_corner.x * base;
  vec2 at = mix(mix(from, via, t), mix(via, to, t), t);
  vec2 along = normalize(mix(via - from, to - via, t));

  v_half = a_corner.z == 0.0 ? width * 0.5 : a_corner.x > 1.0 ? 0.0 : max(head * 0.45, width * 0.5);
  float reach = v_half + 0.5 * u_feather;
  v_side = a_corner.y * reach;
  v_along = t * size;
  v_on = u_on[int(a_shape.w)];
  v_off = a_corner.z == 0.0 ? u_off[int(a_shape.w)] : vec3(0.0);
  v_colour = vec4(a_colour.rgb, a_colour.a * 255.0 / 254.0);
  gl_Position = vec4((at + vec2(-along.y, along.x) * v_side) * 2.0 / u_stage, 0.0, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

uniform float u_feather;

varying vec4 v_colour;
varying vec3 v_on;
varying vec3 v_off;
varying float v_along;
varying float v_side;
varying float v_half;

bool inGap() {
  float cycle = dot(v_on + v_off, vec3(1.0));
  if (dot(v_off, vec3(1.0)) < 0.5) return false;
  float at = mod(v_along, cycle);
  if (at < v_on.x) return false;
  at -= v_on.x + v_off.x;
  if (at < 0.0) return true;
  if (at < v_on.y) return false;
  at -= v_on.y + v_off.y;
  if (at < 0.0) return true;
  return at >= v_on.z;
}

void main() {
  if (inGap()) discard;
  float alpha = v_colour.a * clamp((v_half - abs(v_side)) / u_feather + 0.5, 0.0, 1.0);
  gl_FragColor = vec4(v_colour.rgb * alpha, alpha);
}
`;

const UNIFORMS = ["u_matrix", "u_stage", "u_scale", "u_feather", "u_on", "u_off"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** What the page says of a line, see `edgeData` in graph.ts. */
type LineData = LineLook & { bend: number; reach: number; pattern: number };

/** The program that draws lines with these patterns. */
export function lineProgram(patterns: Patterns): EdgeProgramType {
  return class Lines extends EdgeProgram<Uniform> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_from", size: 2, type: FLOAT },
          { name: "a_to", size: 2, type: FLOAT },
          { name: "a_shape", size: 4, type: FLOAT },
          { name: "a_least", size: 1, type: FLOAT },
          { name: "a_colour", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 3, type: FLOAT }],
        CONSTANT_DATA: CORNERS,
      };
    }

    processVisibleItem(_: number, start: number, from: NodeDisplayData, to: NodeDisplayData, data: unknown) {
      const { bend, width, reach, pattern, bold, colour, opacity } = data as LineData;
      const least = bold ? LEAST.bold : LEAST.light;
      this.array.set([from.x, from.y, to.x, to.y, bend, width, reach, pattern, least, packed(colour, opacity)], start);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<Uniform>) {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform2f(at.u_stage, params.width, params.height);
      gl.uniform1f(at.u_scale, 1 / params.sizeRatio);
      gl.uniform1f(at.u_feather, 1 / params.pixelRatio);
      gl.uniform3fv(at.u_on, patterns.on);
      gl.uniform3fv(at.u_off, patterns.off);
    }
  };
}

/** The same for lines that are left out in a hurry. */
export function lightProgram(patterns: Patterns, hurries: () => boolean): EdgeProgramType {
  return class LightLines extends lineProgram(patterns) {
    override render(params: RenderParams): void {
      if (!hurries()) super.render(params);
    }
  };
}

/** For lines that are not drawn. */
export class NoProgram implements AbstractEdgeProgram {
  drawLabel = undefined;
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}
