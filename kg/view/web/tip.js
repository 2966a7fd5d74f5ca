// A few words beside the mark that the pointer is over.

import { stageSize } from "./camera.js";
import { data, nameOf, titleOf } from "./data.js";
import { byId, make, plural } from "./dom.js";

/** @import { Hover } from "./types" */

/** @param {number} id */
function tipFor(id) {
  const node = data.nodes[id];
  const times = node.times_cited ? `cited ${plural(node.times_cited, "time", "times")}` : "";
  const group = data.communities.length > 1 ? data.communities[node.community].caption : "";
  return [
    make("strong", {}, nameOf(node)),
    titleOf(node) ? make("span", {}, titleOf(node)) : null,
    make("span", {}, [node.date ?? "no date", times].filter(Boolean).join(" · ")),
    group ? make("span", { class: "small" }, group) : null,
  ].filter(Boolean);
}

/** @param {Hover | null} hover */
export function showTip(hover) {
  const tip = byId("tip");
  tip.hidden = !hover;
  byId("canvas").style.cursor = hover ? "pointer" : "";
  if (!hover) return;
  tip.replaceChildren(...tipFor(hover.node));
  const { width, height } = stageSize();
  tip.style.left = `${Math.max(0, Math.min(hover.pixel.x + 14, width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(0, Math.min(hover.pixel.y + 14, height - tip.offsetHeight - 8))}px`;
}
