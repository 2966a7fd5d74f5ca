/** What the modules of the graph page share: the data that Python writes (page_data.py), and what a picture is. */

export type Columns<Row> = { [Field in keyof Row]: Row[Field][] };

export interface Node {
  identity: string;
  name: string;
  label: string;
  kind: string;
  organ: string | null;
  date: string | null;
  times_cited: number;
  read: boolean;
  radius: number;
  community: number;
  link: string | null;
  around: string | null;
  page: string | null;
  reader: string | null;
}

export interface Line {
  citing: number;
  cited: number;
  relation: string;
  count: number;
  rank: number;
  telling: boolean;
}

export interface Arrangement {
  name: string;
  caption: string;
  xs: number[];
  ys: number[];
  lanes: { caption: string; top: number; bottom: number }[];
  ticks: { year: number; x: number }[];
  undated: number;
  width: number;
  height: number;
}

export interface Data {
  title: string;
  focus: number | null;
  tight: boolean;
  nodes: Node[];
  lines: Line[];
  arrangements: Arrangement[];
  communities: { caption: string; size: number; rest: boolean }[];
  path: [number, number][];
  hubs: number[];
  kinds: { kind: string; caption: string; shape: Shape }[];
  relations: { relation: string; caption: string; family: string; dashes: number[] }[];
  families: { name: string; caption: string }[];
}

export interface Citation {
  line: number;
  order: number;
  where: number | null;
  quote: string;
  mark: [number, number] | null;
  footnote: number | null;
  called_in: number[];
  date: string | null;
  part: string | null;
  method: string | null;
  confidence: number | null;
}

export interface Passage {
  label: string;
  text: string;
}

export type Shape = "dot" | "diamond" | "square" | "triangle" | "triangleDown" | "hexagon" | "star";

/** A place of the layout, or of the screen in pixels from the upper left corner of the stage. */
export interface Point {
  x: number;
  y: number;
}

/** The centre of the view in the layout, and how many pixels of the screen one of the layout takes. */
export interface Camera extends Point {
  scale: number;
}

export interface NodeLook {
  shape: Shape;
  fill: string;
  outline: string;
  radius: number;
  ring: number;
  opacity: number;
}

/** `rank` bends parallel lines apart; `dashes` are pixels on, off, …; none is solid. */
export interface LineLook {
  colour: string;
  width: number;
  opacity: number;
  dashes: number[];
  rank: number;
  bold: boolean;
}

/** What is under the pointer: a node, else a line, else nothing. */
export interface Hit {
  node?: number;
  line?: number;
  pixel: Point;
}

/** What is to be drawn. A look is null for what is not shown; looks are asked for again at every repaint. */
export interface Scene {
  container: HTMLElement;
  size(): { width: number; height: number };
  nodes: number;
  ends: [number, number][];
  position(node: number): Point;
  nodeLook(node: number): NodeLook | null;
  lineLook(line: number): LineLook | null;
  behind(context: CanvasRenderingContext2D, camera: Camera): void;
  over(context: CanvasRenderingContext2D, camera: Camera): void;
  onClick(hit: Hit): void;
  /** For a picture that keeps double clicks to itself: the stage around it listens as well. */
  onDouble(hit: Hit): void;
  onHover(hit: { node: number; pixel: Point } | null): void;
}

/** What draws. `behind` and `over` of the scene are drawn in the coordinates of the layout, under and over the rest. */
export interface Picture {
  camera(): Camera;
  moveTo(camera: Camera): void;
  /** Ask for all looks and positions again. */
  repaint(): void;
  /** What makes up the picture now, the lowest first, for saving it. */
  canvases(): HTMLCanvasElement[];
}

export type OpenPicture = (scene: Scene) => Picture;
