/** The marks of the nodes: every shape of the legend with fill and outline, sharp at every scale. */

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import type { NodeLook, Shape } from "../../types";
import { packed } from "./colour";

interface Outline {
  corners: number; // 0 is a circle
  inner: number; // how far from the centre the outline is between two corners, of the radius of the corners
  turn: number; // where the first corner stands, in radians from the right
  size: number; // the radius of the corners, of the radius of the mark
}

function polygon(corners: number, turn: number, size: number): Outline {
  return { corners, inner: Math.cos(Math.PI / corners), turn, size };
}

const UP = Math.PI / 2;
const OUTLINES: Record<Shape, Outline> = {
  dot: { corners: 0, inner: 1, turn: 0, size: 1 },
  diamond: polygon(4, 0, 1.2),
  square: polygon(4, Math.PI / 4, 1.25),
  triangle: polygon(3, UP, 1.3),
  triangleDown: polygon(3, -UP, 1.3),
  hexagon: polygon(6, 0, 1.1),
  star: { corners: 5, inner: 0.45, turn: UP, size: 1.3 },
};

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec4 a_outline; // corners, inner, turn, radius of the corners
attribute float a_ring;
attribute vec4 a_fill;
attribute vec4 a_edge;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_stage;
uniform float u_scale;

varying vec4 v_fill;
varying vec4 v_edge;
varying vec4 v_outline;
varying vec2 v_at;
varying float v_ring;

const float SMALLEST = 1.6;

void main() {
  float radius = max(a_outline.w * u_scale, SMALLEST);
  v_ring = a_ring * u_scale * clamp(radius / 3.0 - 0.5, 0.0, 1.0);
  v_at = a_corner * (radius + v_ring + 2.0);
  v_outline = vec4(a_outline.xyz, radius);
#ifdef PICKING_MODE
  v_fill = a_id;
#else
  v_fill = a_fill;
#endif
  v_edge = a_edge;
  vec2 place = (u_matrix * vec3(a_position, 1.0)).xy + v_at * 2.0 / u_stage;
  gl_Position = a_outline.w == 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(place, 0.0, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

uniform float u_feather;

varying vec4 v_fill;
varying vec4 v_edge;
varying vec4 v_outline;
varying vec2 v_at;
varying float v_ring;

const float PI = 3.14159265;
const float OPAQUE = 255.0 / 254.0;

// How far inside the outline, in pixels. All corners are alike, so one half of one is enough.
float inside() {
  float radius = v_outline.w;
  if (v_outline.x == 0.0) return radius - length(v_at);
  float sector = 2.0 * PI / v_outline.x;
  float turned = mod(atan(v_at.y, v_at.x) - v_outline.z + 0.5 * sector, sector) - 0.5 * sector;
  vec2 at = length(v_at) * vec2(cos(turned), abs(sin(turned)));
  vec2 corner = vec2(radius, 0.0);
  vec2 side = radius * v_outline.y * vec2(cos(0.5 * sector), sin(0.5 * sector)) - corner;
  vec2 off = at - corner;
  return (off.y * side.x - off.x * side.y) / length(side);
}

vec4 paint(vec4 colour, float share) {
  float alpha = colour.a * OPAQUE * share;
  return vec4(colour.rgb * alpha, alpha);
}

void main() {
  float depth = inside();
#ifdef PICKING_MODE
  if (depth < -0.5 * v_ring - 1.5) discard;
  gl_FragColor = vec4(v_fill.rgb, 1.0);
#else
  float whole = clamp((depth + 0.5 * v_ring) / u_feather + 0.5, 0.0, 1.0);
  float filled = clamp((depth - 0.5 * v_ring) / u_feather + 0.5, 0.0, 1.0);
  gl_FragColor = mix(paint(v_edge, whole), paint(v_fill, whole), v_ring == 0.0 ? 1.0 : filled);
#endif
}
`;

const UNIFORMS = ["u_matrix", "u_stage", "u_scale", "u_feather"] as const;
type Uniform = (typeof UNIFORMS)[number];

/** The program that draws `NodeLook`s. */
export class NodeMarks extends NodeProgram<Uniform> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
    const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_outline", size: 4, type: FLOAT },
        { name: "a_ring", size: 1, type: FLOAT },
        { name: "a_fill", ...colour },
        { name: "a_edge", ...colour },
        { name: "a_id", ...colour },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[-1, -1], [1, -1], [-1, 1], [1, 1]],
    };
  }

  processVisibleItem(id: number, start: number, data: NodeDisplayData) {
    const { shape, radius, ring, fill, outline, opacity } = data as NodeDisplayData & NodeLook;
    const { corners, inner, turn, size } = OUTLINES[shape];
    const colours = [packed(fill, opacity), packed(outline, opacity), id];
    this.array.set([data.x, data.y, corners, inner, turn, radius * size, ring, ...colours], start);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<Uniform>) {
    gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
    gl.uniform2f(at.u_stage, params.width, params.height);
    gl.uniform1f(at.u_scale, 1 / params.sizeRatio);
    gl.uniform1f(at.u_feather, 1 / params.pixelRatio);
  }
}
