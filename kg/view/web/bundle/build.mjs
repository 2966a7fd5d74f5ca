// src/ -> ../dist/: one script a page, minified, with the licences of everything that is inside.

import { build } from "esbuild";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";

const DIST = "../dist";
const MADE = "../dist.new";

// Licences that let a wheel under Apache-2.0 carry the code; anything else has to be looked at first.
const FREE = new Set([
  "MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "CC0-1.0",
  "(MPL-2.0 OR Apache-2.0)", "(CC-BY-4.0 AND MIT)",
]);
// Packages that name their licence in their text only.
const STATED = { jsuri: "MIT" };

const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "ascii",
  legalComments: "none", // they stand in LICENCES.txt
  logLevel: "warning",
};

async function bundled() {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8"));
  const kept = Object.entries(lock.packages).filter(([path, entry]) => path && !entry.dev && !entry.devOptional);
  return kept.map(([path]) => path).sort();
}

async function licenceOf(path) {
  const about = JSON.parse(await readFile(`${path}/package.json`, "utf8"));
  const licence = about.license ?? STATED[about.name];
  if (!FREE.has(licence)) throw new Error(`${about.name} ${about.version} is under ${licence}: may it be bundled?`);
  const files = (await readdir(path)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(`${path}/${name}`, "utf8")));
  const by = typeof about.author === "string" ? about.author : about.author?.name;
  const heading = `${about.name} ${about.version} (${licence})${by ? `, ${by}` : ""}`;
  return [heading, ...texts.map((text) => text.trim())].join("\n\n");
}

async function licences() {
  const parts = [];
  for (const path of await bundled()) parts.push(await licenceOf(path));
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  return `What graph.js, yasgui.js and yasgui.css hold besides code of kg:${rule}${parts.join(rule)}\n`;
}

await rm(MADE, { recursive: true, force: true });
await mkdir(MADE);
await build({ ...common, entryPoints: ["src/graph.ts"], format: "iife", globalName: "kgWebgl", outdir: MADE });
await build({ ...common, entryPoints: ["src/yasgui.ts"], format: "iife", outdir: MADE });
await writeFile(`${MADE}/LICENCES.txt`, await licences());
await rm(DIST, { recursive: true, force: true });
await rename(MADE, DIST);
