/** What the modules share: the data that Python writes into the pages (page_data.py, …), and what a picture is. */

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

/** The two ends of a line. */
export type End = "citing" | "cited";

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
  relations: RelationStyle[];
  families: { name: string; caption: string }[];
}

export interface RelationStyle {
  relation: string;
  caption: string;
  family: string;
  dashes: number[];
}

/** `Data` as it stands in the page. */
export interface PackedData extends Omit<Data, "nodes" | "lines"> {
  nodes: Columns<Node>;
  lines: Columns<Line>;
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

/** What the reader page says of a citation (reader_page.py); "" is what is not known. */
export interface Card {
  kind: string;
  title: string;
  identity: string;
  date: string;
  relation: string;
  part: string;
  method: string;
  confidence: number | null;
  read: boolean;
}

/** The texts as they are packed into the page. */
export interface PackedTexts {
  citations: Columns<Citation>;
  passages: Columns<Passage>;
}

/** The texts by line and by number; nothing is in them before they are `ready`. */
export interface Texts {
  ready: boolean;
  citationsOf: Citation[][];
  passages: Passage[];
  waiting: (() => void) | null;
}

/** What the reader chose. `around` is the node whose neighbourhood alone is shown; `hidden` is what filters took. */
export interface State {
  arrangement: number;
  colours: "community" | "kind";
  lines: "all" | "chains" | "chosen";
  path: boolean;
  folded: boolean;
  around: number | null;
  years: { from: number; to: number; undated: boolean };
  hidden: { kind: Set<string>; relation: Set<string>; organ: Set<string>; community: Set<number> };
  chosen: Chosen | null;
}

/** What stands out; `main` is the node that was chosen, if it was a node. */
export interface Chosen {
  main: number | null;
  nodes: Set<number>;
  lines: Set<number>;
}

/** What is to be seen: by node, and by line what the filters leave (`open`) and what is drawn of that. */
export interface Seen {
  nodes: boolean[];
  open: boolean[];
  drawn: boolean[];
  count: number;
}

export type Attributes = Record<string, string | number | null>;

/** What an element may be made of; nothing comes of null and "". */
export type Child = Element | string | null;

export type Shape = "dot" | "diamond" | "square" | "triangle" | "triangleDown" | "hexagon" | "star";

/** A place of the layout, or of the screen in pixels from the upper left corner of the stage. */
export interface Point {
  x: number;
  y: number;
}

/** In the layout: a part of it that is in view, or the room that a label or a mark takes. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Room that is taken: by the caption of a lane, or by the mark or the label of the node `id`. */
export interface Room extends Box {
  id?: number;
}

/** Where the label of a node stands; `x` is its middle. */
export interface LabelBox extends Box {
  id: number;
  x: number;
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

/** The node that the pointer rests on. */
export interface Hover {
  node: number;
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
  onHover(hit: Hover | null): void;
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

/** What `picture_vis.js` takes of vis-network, which pyvis brings along. */
export interface VisRows<Row> {
  getIds(): number[];
  update(rows: Partial<Row>[]): void;
}

export interface VisNetwork {
  getViewPosition(): Point;
  getScale(): number;
  getNodeAt(pixel: Point): number | undefined;
  getEdgeAt(pixel: Point): number | undefined;
  moveTo(view: { position: Point; scale: number }): void;
  redraw(): void;
  on(event: "beforeDrawing" | "afterDrawing", act: (context: CanvasRenderingContext2D) => void): void;
  on(event: "click", act: (hit: { pointer: { DOM: Point } }) => void): void;
  on(event: "hoverNode", act: (hit: { node: number; pointer: { DOM: Point } }) => void): void;
  on(event: "blurNode" | "dragStart" | "zoom", act: () => void): void;
}

/** What `editor.js` of the application takes of the SPARQL editor. */
export interface Editor {
  getValue(): string;
  setValue(query: string): void;
  setSize(width: string | null, height: string | null): void;
  getInputField(): HTMLElement;
}

declare global {
  const vis: {
    DataSet: new <Row extends { id: number }>(rows: Row[]) => VisRows<Row>;
    Network: new (container: HTMLElement, data: object, options: object) => VisNetwork;
  };
  const kgWebgl: { openPicture: OpenPicture };

  interface Window {
    Yasgui?: { Yasqe?: new (place: HTMLElement, options: object) => Editor };
  }

  interface Array<T> {
    /** What `filter(Boolean)` leaves. */
    filter(test: BooleanConstructor): Exclude<T, null | undefined | false | 0 | "">[];
  }
}
