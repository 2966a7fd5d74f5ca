// The picture by sigma.js, in WebGL: what npm brings is bundled as `kgWebgl`, see bundle/src/graph.ts.

import { start } from "./main.js";

start(kgWebgl.openPicture);
