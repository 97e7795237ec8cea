"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// test/vscode/suite/index.ts
var index_exports = {};
__export(index_exports, {
  run: () => run
});
module.exports = __toCommonJS(index_exports);
var import_node_fs = require("node:fs");

// test/vscode/suite/document-tests.ts
var assert2 = __toESM(require("node:assert/strict"));
var vscode2 = __toESM(require("vscode"));

// client/src/document/place-of-link.ts
function placeOfLink(href) {
  if (/^https?:\/\//i.test(href)) return { type: "web", address: href };
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("/") || href.startsWith("#")) return void 0;
  const [encoded = "", fragment = ""] = href.split("#", 2);
  const path = decoded(encoded);
  if (path === void 0 || path.split(/[\\/]/).includes("..")) return void 0;
  const line = /^L(\d{1,7})/.exec(fragment)?.[1];
  return line === void 0 ? { type: "file", path } : { type: "file", path, line: Math.max(0, Number(line) - 1) };
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return void 0;
  }
}

// test/vscode/suite/support.ts
var assert = __toESM(require("node:assert/strict"));
var vscode = __toESM(require("vscode"));
var EXTENSION = "integration-atlas.integration-atlas";
async function api() {
  const extension = vscode.extensions.getExtension(EXTENSION);
  assert.ok(extension, "The extension is not installed.");
  return extension.activate();
}
function folder() {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, "No folder is open.");
  return first;
}
function uriOf(path) {
  return vscode.Uri.joinPath(folder().uri, path);
}
async function eventually(what, ask2) {
  const end = Date.now() + 15e3;
  for (; ; ) {
    const answer = await ask2();
    if (answer !== void 0 && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come about.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
async function nodes() {
  const { view } = await api();
  await eventually("The first scan", async () => (await view.rows()).some(({ ready }) => ready));
  const all = async (rows) => (await Promise.all(rows.map(async (row) => [row.node, ...await all(await view.getChildren(row))]))).flat();
  return all(await view.getChildren());
}
async function labels(kind) {
  return (await nodes()).filter((node) => node.kind === kind).map(({ label }) => label);
}
async function type(document, text) {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, all, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
async function closeAll() {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

// test/vscode/suite/document-tests.ts
var previewTab = () => vscode2.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(
  ({ input }) => input instanceof vscode2.TabInputWebview && input.viewType.endsWith("integrationAtlas.document")
);
async function readText(path) {
  return new TextDecoder().decode(await vscode2.workspace.fs.readFile(uriOf(path)));
}
function documentTests() {
  afterEach(closeAll);
  it("opens as a rendered preview beside the code", async () => {
    await vscode2.window.showTextDocument(uriOf("src/pay.ts"));
    await vscode2.commands.executeCommand("integrationAtlas.generateDocument");
    const tab = await eventually("The preview", previewTab);
    assert2.equal(tab.group.viewColumn, vscode2.ViewColumn.Two);
    const { previews } = await api();
    const preview = previews.show(folder());
    await eventually("The rendered document", () => preview.html.includes("STRIPE_SECRET_KEY"));
    assert2.match(preview.html, /<h1[^>]*>External Integrations<\/h1>/);
    assert2.match(preview.html, /<a [^>]*href="src\/pay\.ts#L3"/);
    assert2.match(preview.html, /<code>stripe<\/code>/);
  });
  it("follows the code while it is typed", async () => {
    const document = await vscode2.workspace.openTextDocument(uriOf("src/pay.ts"));
    await vscode2.window.showTextDocument(document);
    await vscode2.commands.executeCommand("integrationAtlas.generateDocument");
    const { previews } = await api();
    const preview = previews.show(folder());
    await eventually("The rendered document", () => preview.html.includes("STRIPE_SECRET_KEY"));
    await type(document, `${document.getText()}export const live = process.env.LIVE_KEY;
`);
    await eventually("The new variable", () => preview.html.includes("LIVE_KEY"));
  });
  it("is written to the workspace, and nothing foreign is overwritten unasked", async () => {
    const { connection } = await api();
    const uri = folder().uri.toString();
    await vscode2.workspace.fs.writeFile(uriOf("INTEGRATIONS.md"), new TextEncoder().encode("# Mine\n"));
    assert2.equal((await connection.save(uri, false))?.outcome, "foreign");
    assert2.equal(await readText("INTEGRATIONS.md"), "# Mine\n");
    await vscode2.workspace.fs.delete(uriOf("INTEGRATIONS.md"));
    assert2.equal((await connection.save(uri, false))?.outcome, "written");
    assert2.match(await readText("INTEGRATIONS.md"), /STRIPE_SECRET_KEY/);
    await vscode2.workspace.fs.delete(uriOf("INTEGRATIONS.md"));
  });
  it("is copied as Markdown", async () => {
    await vscode2.env.clipboard.writeText("");
    await vscode2.commands.executeCommand("integrationAtlas.copyDocument");
    assert2.match(await vscode2.env.clipboard.readText(), /^# External Integrations/);
  });
  it("leads nowhere outside of the folder", () => {
    assert2.deepEqual(placeOfLink("src/%5Bid%5D/(group)/page.ts#L12"), {
      type: "file",
      path: "src/[id]/(group)/page.ts",
      line: 11
    });
    assert2.deepEqual(placeOfLink(".env.example"), { type: "file", path: ".env.example" });
    assert2.deepEqual(placeOfLink("https://docs.stripe.com"), { type: "web", address: "https://docs.stripe.com" });
    for (const href of [
      "../x",
      "a/../../x",
      "%2e%2e/x",
      "/etc/hosts",
      "file:///etc/hosts",
      "command:x",
      "javascript:x",
      "#top",
      "%E0%A4%A"
    ]) {
      assert2.equal(placeOfLink(href), void 0, href);
    }
  });
}

// test/vscode/suite/hover-tests.ts
var assert3 = __toESM(require("node:assert/strict"));
var vscode3 = __toESM(require("vscode"));
async function hoverText(path, line, character) {
  const uri = uriOf(path);
  await vscode3.workspace.openTextDocument(uri);
  const hovers = await vscode3.commands.executeCommand(
    "vscode.executeHoverProvider",
    uri,
    new vscode3.Position(line, character)
  );
  return hovers.flatMap(({ contents }) => contents).map((content) => typeof content === "string" ? content : content.value).join("\n");
}
function hoverTests() {
  afterEach(closeAll);
  it("tells of a variable in code: the service, where it is declared and read", async () => {
    const text = await hoverText("src/pay.ts", 2, 45);
    assert3.match(text, /\*\*STRIPE_SECRET_KEY\*\*/);
    assert3.match(text, /Stripe/);
    assert3.match(text, /\.env\.example:2\]\(file:[^)]*\.env\.example#L2\)/);
    assert3.match(text, /src\/pay\.ts:3\]\(file:[^)]*src\/pay\.ts#L3\)/);
  });
  it("tells of a variable in a .env file", async () => {
    assert3.match(await hoverText(".env.example", 1, 4), /\*\*STRIPE_SECRET_KEY\*\*/);
  });
  it("links to paths that Markdown would break", async () => {
    assert3.match(await hoverText("src/[id]/(group)/page.ts", 0, 34), /\/src\/%5Bid%5D\/%28group%29\/page\.ts#L1\)/);
  });
  it("says nothing elsewhere, and nothing where it is switched off", async () => {
    assert3.equal(await hoverText(".env.example", 0, 3), "");
    const settings = vscode3.workspace.getConfiguration("integrationAtlas");
    await settings.update("hover.enabled", false, vscode3.ConfigurationTarget.Workspace);
    try {
      const end = Date.now() + 5e3;
      let text = "unasked";
      while (text !== "" && Date.now() < end) text = await hoverText(".env.example", 1, 4);
      assert3.equal(text, "");
    } finally {
      await settings.update("hover.enabled", void 0, vscode3.ConfigurationTarget.Workspace);
    }
  });
}

// test/vscode/suite/manifest-tests.ts
var assert4 = __toESM(require("node:assert/strict"));
var vscode4 = __toESM(require("vscode"));
function manifestTests() {
  it("starts by itself and finds what the workspace holds", async () => {
    await eventually("The start", () => vscode4.extensions.getExtension(EXTENSION)?.isActive);
    const { connection } = await api();
    const counts = await eventually("The first scan", () => {
      const { state } = connection;
      return state.phase === "running" && !state.counts.scanning ? state.counts : void 0;
    });
    assert4.equal(counts.variables, 2);
    assert4.equal(counts.integrations, 1);
    assert4.equal(counts.problems, 0);
  });
  it("has a command for each that it declares", async () => {
    const declared = vscode4.extensions.getExtension(EXTENSION)?.packageJSON.contributes.commands;
    const known = new Set(await vscode4.commands.getCommands(true));
    assert4.ok(declared.length > 5);
    assert4.deepEqual(
      declared.filter(({ command }) => !known.has(command)),
      []
    );
  });
  it("tells the server of settings", async () => {
    const settings = vscode4.workspace.getConfiguration("integrationAtlas");
    await settings.update("exclude", ["src/pay.ts"], vscode4.ConfigurationTarget.Workspace);
    const readsPay = async () => (await nodes()).some(({ location }) => location?.path === "src/pay.ts");
    await eventually("The exclusion", async () => !await readsPay());
    await settings.update("exclude", void 0, vscode4.ConfigurationTarget.Workspace);
    await eventually("The return", readsPay);
  });
  it("comes back after the server was restarted", async () => {
    const { connection } = await api();
    await vscode4.commands.executeCommand("integrationAtlas.restartServer");
    await eventually("The second scan", () => {
      const { state } = connection;
      return state.phase === "running" && !state.counts.scanning && state.counts.variables === 2;
    });
    assert4.deepEqual(await labels("integration"), ["Stripe"]);
  });
}

// test/vscode/suite/navigation-tests.ts
var assert5 = __toESM(require("node:assert/strict"));
var vscode5 = __toESM(require("vscode"));
async function ask(command, path, line, character) {
  const uri = uriOf(path);
  await vscode5.workspace.openTextDocument(uri);
  return vscode5.commands.executeCommand(command, uri, new vscode5.Position(line, character));
}
var places = (found) => found.map((one) => {
  const [uri, range] = "uri" in one ? [one.uri, one.range] : [one.targetUri, one.targetRange];
  return `${vscode5.workspace.asRelativePath(uri)}:${range.start.line + 1}`;
});
function navigationTests() {
  afterEach(closeAll);
  it("goes to the definition of a variable", async () => {
    const found = await ask("vscode.executeDefinitionProvider", "src/pay.ts", 2, 45);
    assert5.ok(places(found).includes(".env.example:2"), places(found).join());
  });
  it("finds the references of a variable from its declaration", async () => {
    const found = await ask("vscode.executeReferenceProvider", ".env.example", 1, 4);
    assert5.ok(places(found).includes("src/pay.ts:3"), places(found).join());
  });
  it("highlights a variable", async () => {
    const found = await ask(
      "vscode.executeDocumentHighlights",
      ".env.example",
      1,
      4
    );
    assert5.deepEqual(
      found.map(({ range, kind }) => [range.start.line, range.end.character, kind]),
      [[1, 17, vscode5.DocumentHighlightKind.Write]]
    );
  });
  it("completes the names of variables where they are asked for", async () => {
    const document = await vscode5.workspace.openTextDocument(uriOf("src/pay.ts"));
    await vscode5.window.showTextDocument(document);
    const line = document.lineCount - 1;
    await type(document, `${document.getText()}process.env.`);
    const item = await eventually("The proposal", async () => {
      const list = await ask("vscode.executeCompletionItemProvider", "src/pay.ts", line, 12);
      return list.items.find(({ label, detail }) => label === "STRIPE_SECRET_KEY" && detail?.startsWith("Stripe"));
    });
    assert5.equal(item.kind, vscode5.CompletionItemKind.Constant);
  });
  it("lists variables and services among the symbols of the workspace", async () => {
    const found = await vscode5.commands.executeCommand(
      "vscode.executeWorkspaceSymbolProvider",
      "stripe"
    );
    const ours = found.map(({ name, kind }) => `${name} ${kind}`);
    assert5.ok(ours.includes(`STRIPE_SECRET_KEY ${vscode5.SymbolKind.Constant}`), ours.join());
    assert5.ok(ours.includes(`Stripe ${vscode5.SymbolKind.Module}`), ours.join());
  });
}

// test/vscode/suite/own-service-tests.ts
var assert6 = __toESM(require("node:assert/strict"));
var vscode6 = __toESM(require("vscode"));
var FILE = ".integration-atlas.json";
var write = (path, text) => vscode6.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
var remove = async (path) => {
  await vscode6.workspace.fs.delete(uriOf(path), { useTrash: false });
};
var has = async (label) => (await labels("integration")).includes(label);
function ownServiceTests() {
  afterEach(closeAll);
  it("appear in the tree, change and go while the editor runs", async () => {
    await write("src/bill.ts", 'fetch("https://billing.acme.internal/v1/invoices");\n');
    const services = (fields) => JSON.stringify({ services: { "billing-api": fields } });
    await write(FILE, services({ name: "Billing API", hosts: ["billing.acme.internal"] }));
    await eventually("The service", () => has("Billing API"));
    await write(FILE, services({ name: "Invoices", hosts: ["billing.acme.internal"] }));
    await eventually("Its new name", async () => await has("Invoices") && !await has("Billing API"));
    await remove(FILE);
    await eventually("Its end", async () => !await has("Invoices"));
    await remove("src/bill.ts");
  });
  it("tell a mistake at its line, and go on", async () => {
    await write(FILE, '{\n  "services": {\n    "billing": { "hosts": ["com"], "env": ["BILLING_*"] }\n  }\n}\n');
    const told = () => vscode6.languages.getDiagnostics(uriOf(FILE)).filter(({ source }) => source === "Integration Atlas");
    const [diagnostic] = await eventually("The diagnostic", () => told().length > 0 ? told() : void 0);
    assert6.ok(diagnostic);
    assert6.equal(diagnostic.range.start.line, 2);
    assert6.match(diagnostic.message, /hosts of everybody/);
    assert6.deepEqual(await labels("integration"), ["Stripe"]);
    await remove(FILE);
    await eventually("No diagnostic", () => told().length === 0);
  });
  it("are explained, and start from what is unrecognised", async () => {
    const { connection } = await api();
    const rows = await connection.explain(folder().uri.toString(), "stripe");
    assert6.ok(
      rows?.some(({ place, detail }) => place?.path === "src/pay.ts" && /packages\.npm: stripe/.test(detail ?? ""))
    );
    await write("src/ship.ts", 'fetch("https://orders.acme-shipping.io/list");\n');
    const row = await eventually("The host", async () => (await nodes()).find(({ kind }) => kind === "unrecognised"));
    assert6.equal(row.label, "orders.acme-shipping.io");
    await vscode6.commands.executeCommand("integrationAtlas.defineService", { folder: folder().uri, node: row });
    const editor = await eventually("The project file", () => vscode6.window.activeTextEditor);
    assert6.equal(editor.document.uri.toString(), uriOf(FILE).toString());
    assert6.match(editor.document.getText(), /"acme-shipping": \{/);
    await editor.document.save();
    await eventually("The new service", () => has("acme-shipping"));
    await closeAll();
    await remove(FILE);
    await remove("src/ship.ts");
    await eventually("The old state", async () => !await has("acme-shipping"));
  });
}

// test/vscode/suite/rename-tests.ts
var assert7 = __toESM(require("node:assert/strict"));
var vscode7 = __toESM(require("vscode"));
var FILES = {
  "rename/.env.example": "SHIPPING_TOKEN=\nLABEL_TOKEN=\n",
  "rename/pay.ts": "export const token = process.env.SHIPPING_TOKEN;\n",
  "rename/pay.py": 'import os\ntoken = os.environ["SHIPPING_TOKEN"]\n',
  "rename/pay.exs": 'System.fetch_env!("SHIPPING_TOKEN")\n',
  "rename/docker-compose.yml": "services:\n  a:\n    image: a\n    environment:\n      SHIPPING_TOKEN: ${SHIPPING_TOKEN}\n",
  ".github/workflows/rename.yml": "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      SHIPPING_TOKEN: x\n    steps: []\n"
};
var PATHS = Object.keys(FILES);
async function writeFiles() {
  await nodes();
  for (const [path, text] of Object.entries(FILES)) {
    await vscode7.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  }
}
async function removeFiles() {
  for (const path of ["rename", ".github"]) await vscode7.workspace.fs.delete(uriOf(path), { recursive: true });
}
async function rename(path, line, character, name) {
  const uri = uriOf(path);
  await vscode7.workspace.openTextDocument(uri);
  const at = new vscode7.Position(line, character);
  return vscode7.commands.executeCommand("vscode.executeDocumentRenameProvider", uri, at, name);
}
async function texts() {
  const documents = await Promise.all(PATHS.map((path) => vscode7.workspace.openTextDocument(uriOf(path))));
  return documents.map((document) => document.getText());
}
function renameTests() {
  before(writeFiles);
  after(removeFiles);
  afterEach(closeAll);
  it("renames a variable in three languages and in all that declares it", async () => {
    const before2 = await texts();
    const edit = await eventually("The renaming", async () => {
      const found = await rename("rename/.env.example", 0, 4, "PARCEL_TOKEN");
      return found.size === PATHS.length ? found : void 0;
    });
    assert7.ok(await vscode7.workspace.applyEdit(edit));
    const after2 = await texts();
    assert7.deepEqual(
      after2,
      before2.map((text) => text.replaceAll("SHIPPING_TOKEN", "PARCEL_TOKEN"))
    );
    const back = await eventually("The way back", async () => {
      const found = await rename("rename/pay.ts", 0, 35, "SHIPPING_TOKEN");
      return found.size === PATHS.length ? found : void 0;
    });
    assert7.ok(await vscode7.workspace.applyEdit(back));
    assert7.deepEqual(await texts(), before2);
    await vscode7.workspace.saveAll();
  });
  it("says where a renaming begins, and why it is refused", async () => {
    const prepare = (path, line, character) => vscode7.commands.executeCommand("vscode.prepareRename", uriOf(path), new vscode7.Position(line, character));
    await vscode7.workspace.openTextDocument(uriOf("rename/pay.py"));
    assert7.equal((await prepare("rename/pay.py", 1, 20)).placeholder, "SHIPPING_TOKEN");
    await assert7.rejects(() => rename("rename/pay.py", 1, 20, "1ST"), /begins with a digit/);
    await assert7.rejects(() => rename("rename/pay.py", 1, 20, "PAGE-KEY"), /only letters, digits and _/);
    await assert7.rejects(() => rename("rename/.env.example", 0, 4, "LABEL_TOKEN"), /both would become one variable/);
  });
}

// test/vscode/suite/tree-tests.ts
var assert8 = __toESM(require("node:assert/strict"));
var vscode9 = __toESM(require("vscode"));

// client/src/tree/tree-item.ts
var vscode8 = __toESM(require("vscode"));
function treeItemOf({ folder: folder2, node }) {
  const parent = node.more !== void 0 || node.children !== void 0 && node.children.length > 0;
  const item = new vscode8.TreeItem(node.label, stateOf(node, parent));
  item.id = `${folder2.toString()}
${node.id}`;
  if (node.description !== void 0) item.description = node.description;
  if (node.icon !== void 0) item.iconPath = new vscode8.ThemeIcon(node.icon, colorOf(node));
  item.tooltip = tooltipOf(node);
  item.contextValue = contextOf(node, parent);
  item.accessibilityInformation = { label: spoken(node), role: "treeitem" };
  if (!parent && node.location !== void 0 && node.location.path !== "") {
    item.command = { command: "vscode.open", title: "Open", arguments: openArguments(folder2, node.location) };
  }
  return item;
}
function openArguments(folder2, place) {
  const { line, column, endColumn } = place;
  const selection = new vscode8.Range(line, column, line, Math.max(column, endColumn));
  return [vscode8.Uri.joinPath(folder2, place.path), { selection, preview: true }];
}
function stateOf(node, parent) {
  if (!parent) return vscode8.TreeItemCollapsibleState.None;
  return node.expanded === true ? vscode8.TreeItemCollapsibleState.Expanded : vscode8.TreeItemCollapsibleState.Collapsed;
}
function colorOf(node) {
  return node.kind === "problem" ? new vscode8.ThemeColor("list.warningForeground") : void 0;
}
function tooltipOf(node) {
  if (node.tooltip === void 0) return void 0;
  return new vscode8.MarkdownString(node.tooltip, true);
}
function contextOf(node, parent) {
  const words = [node.kind];
  if (parent) words.push("parent");
  if (node.location !== void 0) words.push("place");
  if (node.docs !== void 0) words.push("docs");
  if (node.copy !== void 0) words.push("copy");
  return words.join(" ");
}
function spoken(node) {
  const said = node.description === void 0 ? node.label : `${node.label}, ${node.description}`;
  return node.kind === "problem" ? `Problem: ${said}` : said;
}

// test/vscode/suite/tree-tests.ts
function treeTests() {
  afterEach(closeAll);
  it("shows the service, what proves it, and the variables", async () => {
    assert8.deepEqual(await labels("integration"), ["Stripe"]);
    assert8.deepEqual(await labels("variable"), ["PAGE_KEY", "STRIPE_SECRET_KEY"]);
    const evidence = (await nodes()).filter(({ kind }) => kind === "evidence").map(({ location }) => location);
    assert8.ok(evidence.some((place) => place?.path === "package.json" && place.line === 3));
    assert8.ok(evidence.some((place) => place?.path === "src/pay.ts" && place.line === 2));
  });
  it("gives VS Code items with ids of their own, icons, and labels for screen readers", async () => {
    const { view } = await api();
    const all = async (rows) => (await Promise.all(rows.map(async (row) => [view.getTreeItem(row), ...await all(await view.getChildren(row))]))).flat();
    await nodes();
    const items = await all(await view.getChildren());
    assert8.ok(items.length > 8);
    assert8.equal(new Set(items.map(({ id }) => id)).size, items.length);
    for (const item of items) {
      assert8.ok(item.iconPath instanceof vscode9.ThemeIcon, `${item.label} has no icon`);
      assert8.ok(item.accessibilityInformation?.label, `${item.label} has no spoken label`);
    }
  });
  it("opens the line that a row stands for", async () => {
    const read = (await nodes()).find(({ kind, location }) => kind === "read" && location?.path.includes("(group)"));
    assert8.ok(read);
    const { command } = treeItemOf({ folder: folder().uri, node: read });
    assert8.ok(command);
    await vscode9.commands.executeCommand(command.command, ...command.arguments ?? []);
    const editor = await eventually("The editor", () => vscode9.window.activeTextEditor);
    assert8.equal(editor.document.uri.toString(), uriOf("src/[id]/(group)/page.ts").toString());
    assert8.equal(editor.document.getText(editor.selection), "process.env.PAGE_KEY");
  });
  it("follows a text that is not saved, and forgets it when it is dropped", async () => {
    const document = await vscode9.workspace.openTextDocument(uriOf("src/pay.ts"));
    await vscode9.window.showTextDocument(document);
    await type(document, "export const key = process.env.UNSAVED_KEY;\n");
    await eventually("The new variable", async () => (await labels("variable")).includes("UNSAVED_KEY"));
    await closeAll();
    await eventually("The old state", async () => !(await labels("variable")).includes("UNSAVED_KEY"));
  });
  it("follows files that come and go on disk, folders too", async () => {
    const bytes = new TextEncoder().encode("export const key = process.env.DISK_KEY;\n");
    await vscode9.workspace.fs.writeFile(uriOf("lib/deep/disk.ts"), bytes);
    await eventually("The new file", async () => (await labels("variable")).includes("DISK_KEY"));
    await vscode9.workspace.fs.delete(uriOf("lib"), { recursive: true });
    await eventually("The deletion", async () => !(await labels("variable")).includes("DISK_KEY"));
  });
}

// test/vscode/suite/index.ts
var SUITES = {
  "the extension": manifestTests,
  "the tree": treeTests,
  "the hover": hoverTests,
  "the navigation": navigationTests,
  "the renaming": renameTests,
  "services of the project": ownServiceTests,
  "the document": documentTests
};
async function run() {
  const lines = [];
  const counts = { passed: 0, failed: 0 };
  try {
    await runMocha(lines, counts);
  } catch (error) {
    counts.failed += 1;
    lines.push(`The suite could not be run: ${textOf(error)}`);
  }
  const file = process.env["TEST_RESULTS"];
  if (file !== void 0) (0, import_node_fs.writeFileSync)(file, JSON.stringify({ ...counts, lines }));
  if (counts.failed > 0 || counts.passed === 0) throw new Error(lines.join("\n"));
}
async function runMocha(lines, counts) {
  const { default: MochaRunner } = await import("mocha");
  const reporter = MochaRunner.reporters.Base;
  const mocha = new MochaRunner({ ui: "bdd", timeout: 2e4, reporter, forbidOnly: true });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  for (const [title, tests] of Object.entries(SUITES)) describe(title, tests);
  await new Promise((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("suite", ({ title }) => {
      lines.push(title);
    });
    runner.on("pass", (test) => {
      counts.passed += 1;
      lines.push(`  \u2713 ${test.title} (${test.duration} ms)`);
    });
    runner.on("fail", (test, error) => {
      counts.failed += 1;
      lines.push(`  \u2717 ${test.title}`, textOf(error));
    });
  });
}
function textOf(error) {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  run
});
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vLi4vdGVzdC92c2NvZGUvc3VpdGUvaW5kZXgudHMiLCAiLi4vLi4vLi4vdGVzdC92c2NvZGUvc3VpdGUvZG9jdW1lbnQtdGVzdHMudHMiLCAiLi4vLi4vLi4vY2xpZW50L3NyYy9kb2N1bWVudC9wbGFjZS1vZi1saW5rLnRzIiwgIi4uLy4uLy4uL3Rlc3QvdnNjb2RlL3N1aXRlL3N1cHBvcnQudHMiLCAiLi4vLi4vLi4vdGVzdC92c2NvZGUvc3VpdGUvaG92ZXItdGVzdHMudHMiLCAiLi4vLi4vLi4vdGVzdC92c2NvZGUvc3VpdGUvbWFuaWZlc3QtdGVzdHMudHMiLCAiLi4vLi4vLi4vdGVzdC92c2NvZGUvc3VpdGUvbmF2aWdhdGlvbi10ZXN0cy50cyIsICIuLi8uLi8uLi90ZXN0L3ZzY29kZS9zdWl0ZS9vd24tc2VydmljZS10ZXN0cy50cyIsICIuLi8uLi8uLi90ZXN0L3ZzY29kZS9zdWl0ZS9yZW5hbWUtdGVzdHMudHMiLCAiLi4vLi4vLi4vdGVzdC92c2NvZGUvc3VpdGUvdHJlZS10ZXN0cy50cyIsICIuLi8uLi8uLi9jbGllbnQvc3JjL3RyZWUvdHJlZS1pdGVtLnRzIl0sCiAgInNvdXJjZXNDb250ZW50IjogWyJpbXBvcnQgeyB3cml0ZUZpbGVTeW5jIH0gZnJvbSAnbm9kZTpmcyc7XG5pbXBvcnQgdHlwZSBNb2NoYSBmcm9tICdtb2NoYSc7XG5pbXBvcnQgeyBkb2N1bWVudFRlc3RzIH0gZnJvbSAnLi9kb2N1bWVudC10ZXN0cyc7XG5pbXBvcnQgeyBob3ZlclRlc3RzIH0gZnJvbSAnLi9ob3Zlci10ZXN0cyc7XG5pbXBvcnQgeyBtYW5pZmVzdFRlc3RzIH0gZnJvbSAnLi9tYW5pZmVzdC10ZXN0cyc7XG5pbXBvcnQgeyBuYXZpZ2F0aW9uVGVzdHMgfSBmcm9tICcuL25hdmlnYXRpb24tdGVzdHMnO1xuaW1wb3J0IHsgb3duU2VydmljZVRlc3RzIH0gZnJvbSAnLi9vd24tc2VydmljZS10ZXN0cyc7XG5pbXBvcnQgeyByZW5hbWVUZXN0cyB9IGZyb20gJy4vcmVuYW1lLXRlc3RzJztcbmltcG9ydCB7IHRyZWVUZXN0cyB9IGZyb20gJy4vdHJlZS10ZXN0cyc7XG5cbmNvbnN0IFNVSVRFUzogUmVhZG9ubHk8UmVjb3JkPHN0cmluZywgKCkgPT4gdm9pZD4+ID0ge1xuICAndGhlIGV4dGVuc2lvbic6IG1hbmlmZXN0VGVzdHMsXG4gICd0aGUgdHJlZSc6IHRyZWVUZXN0cyxcbiAgJ3RoZSBob3Zlcic6IGhvdmVyVGVzdHMsXG4gICd0aGUgbmF2aWdhdGlvbic6IG5hdmlnYXRpb25UZXN0cyxcbiAgJ3RoZSByZW5hbWluZyc6IHJlbmFtZVRlc3RzLFxuICAnc2VydmljZXMgb2YgdGhlIHByb2plY3QnOiBvd25TZXJ2aWNlVGVzdHMsXG4gICd0aGUgZG9jdW1lbnQnOiBkb2N1bWVudFRlc3RzLFxufTtcblxuLyoqIFZTIENvZGUncyBleHRlbnNpb24gaG9zdCBjYWxscyB0aGlzOyBhIHJlamVjdGlvbiBpcyBhIGZhaWxlZCBydW4uICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gcnVuKCk6IFByb21pc2U8dm9pZD4ge1xuICBjb25zdCBsaW5lczogc3RyaW5nW10gPSBbXTtcbiAgY29uc3QgY291bnRzID0geyBwYXNzZWQ6IDAsIGZhaWxlZDogMCB9O1xuICB0cnkge1xuICAgIGF3YWl0IHJ1bk1vY2hhKGxpbmVzLCBjb3VudHMpO1xuICB9IGNhdGNoIChlcnJvcikge1xuICAgIGNvdW50cy5mYWlsZWQgKz0gMTtcbiAgICBsaW5lcy5wdXNoKGBUaGUgc3VpdGUgY291bGQgbm90IGJlIHJ1bjogJHt0ZXh0T2YoZXJyb3IpfWApO1xuICB9XG4gIC8vIFdyaXR0ZW4gbGFzdDogYSBsYXVuY2hlciB0aGF0IGZpbmRzIG5vIGZpbGUga25vd3MgdGhhdCB0aGUgZXh0ZW5zaW9uIGhvc3QgZGllZCBvbiB0aGUgd2F5LlxuICBjb25zdCBmaWxlID0gcHJvY2Vzcy5lbnZbJ1RFU1RfUkVTVUxUUyddO1xuICBpZiAoZmlsZSAhPT0gdW5kZWZpbmVkKSB3cml0ZUZpbGVTeW5jKGZpbGUsIEpTT04uc3RyaW5naWZ5KHsgLi4uY291bnRzLCBsaW5lcyB9KSk7XG4gIGlmIChjb3VudHMuZmFpbGVkID4gMCB8fCBjb3VudHMucGFzc2VkID09PSAwKSB0aHJvdyBuZXcgRXJyb3IobGluZXMuam9pbignXFxuJykpO1xufVxuXG5hc3luYyBmdW5jdGlvbiBydW5Nb2NoYShsaW5lczogc3RyaW5nW10sIGNvdW50czogeyBwYXNzZWQ6IG51bWJlcjsgZmFpbGVkOiBudW1iZXIgfSk6IFByb21pc2U8dm9pZD4ge1xuICBjb25zdCB7IGRlZmF1bHQ6IE1vY2hhUnVubmVyIH0gPSBhd2FpdCBpbXBvcnQoJ21vY2hhJyk7XG4gIC8vIFJlcG9ydGVycyB3cml0ZSB0byBhIGNvbnNvbGUgdGhhdCBub2JvZHkgcmVhZHMgaGVyZTsgdGhlIGJhc2Ugb2YgdGhlbSBhbGwgd3JpdGVzIG5vdGhpbmcuXG4gIGNvbnN0IHJlcG9ydGVyID0gTW9jaGFSdW5uZXIucmVwb3J0ZXJzLkJhc2U7XG4gIGNvbnN0IG1vY2hhID0gbmV3IE1vY2hhUnVubmVyKHsgdWk6ICdiZGQnLCB0aW1lb3V0OiAyMF8wMDAsIHJlcG9ydGVyLCBmb3JiaWRPbmx5OiB0cnVlIH0pO1xuICBtb2NoYS5zdWl0ZS5lbWl0KCdwcmUtcmVxdWlyZScsIGdsb2JhbFRoaXMsICcnLCBtb2NoYSk7XG4gIGZvciAoY29uc3QgW3RpdGxlLCB0ZXN0c10gb2YgT2JqZWN0LmVudHJpZXMoU1VJVEVTKSkgZGVzY3JpYmUodGl0bGUsIHRlc3RzKTtcbiAgYXdhaXQgbmV3IFByb21pc2U8dm9pZD4oKHJlc29sdmUpID0+IHtcbiAgICBjb25zdCBydW5uZXIgPSBtb2NoYS5ydW4oKCkgPT4gcmVzb2x2ZSgpKTtcbiAgICBydW5uZXIub24oJ3N1aXRlJywgKHsgdGl0bGUgfTogTW9jaGEuU3VpdGUpID0+IHtcbiAgICAgIGxpbmVzLnB1c2godGl0bGUpO1xuICAgIH0pO1xuICAgIHJ1bm5lci5vbigncGFzcycsICh0ZXN0OiBNb2NoYS5UZXN0KSA9PiB7XG4gICAgICBjb3VudHMucGFzc2VkICs9IDE7XG4gICAgICBsaW5lcy5wdXNoKGAgIFx1MjcxMyAke3Rlc3QudGl0bGV9ICgke3Rlc3QuZHVyYXRpb259IG1zKWApO1xuICAgIH0pO1xuICAgIHJ1bm5lci5vbignZmFpbCcsICh0ZXN0OiBNb2NoYS5UZXN0LCBlcnJvcjogdW5rbm93bikgPT4ge1xuICAgICAgY291bnRzLmZhaWxlZCArPSAxO1xuICAgICAgbGluZXMucHVzaChgICBcdTI3MTcgJHt0ZXN0LnRpdGxlfWAsIHRleHRPZihlcnJvcikpO1xuICAgIH0pO1xuICB9KTtcbn1cblxuZnVuY3Rpb24gdGV4dE9mKGVycm9yOiB1bmtub3duKTogc3RyaW5nIHtcbiAgcmV0dXJuIGVycm9yIGluc3RhbmNlb2YgRXJyb3IgPyAoZXJyb3Iuc3RhY2sgPz8gZXJyb3IubWVzc2FnZSkgOiBTdHJpbmcoZXJyb3IpO1xufVxuIiwgImltcG9ydCAqIGFzIGFzc2VydCBmcm9tICdub2RlOmFzc2VydC9zdHJpY3QnO1xuaW1wb3J0ICogYXMgdnNjb2RlIGZyb20gJ3ZzY29kZSc7XG5pbXBvcnQgeyBwbGFjZU9mTGluayB9IGZyb20gJy4uLy4uLy4uL2NsaWVudC9zcmMvZG9jdW1lbnQvcGxhY2Utb2YtbGluayc7XG5pbXBvcnQgeyBhcGksIGNsb3NlQWxsLCBldmVudHVhbGx5LCBmb2xkZXIsIHR5cGUsIHVyaU9mIH0gZnJvbSAnLi9zdXBwb3J0JztcblxuY29uc3QgcHJldmlld1RhYiA9ICgpOiB2c2NvZGUuVGFiIHwgdW5kZWZpbmVkID0+XG4gIHZzY29kZS53aW5kb3cudGFiR3JvdXBzLmFsbFxuICAgIC5mbGF0TWFwKCh7IHRhYnMgfSkgPT4gdGFicylcbiAgICAuZmluZChcbiAgICAgICh7IGlucHV0IH0pID0+IGlucHV0IGluc3RhbmNlb2YgdnNjb2RlLlRhYklucHV0V2VidmlldyAmJiBpbnB1dC52aWV3VHlwZS5lbmRzV2l0aCgnaW50ZWdyYXRpb25BdGxhcy5kb2N1bWVudCcpLFxuICAgICk7XG5cbmFzeW5jIGZ1bmN0aW9uIHJlYWRUZXh0KHBhdGg6IHN0cmluZyk6IFByb21pc2U8c3RyaW5nPiB7XG4gIHJldHVybiBuZXcgVGV4dERlY29kZXIoKS5kZWNvZGUoYXdhaXQgdnNjb2RlLndvcmtzcGFjZS5mcy5yZWFkRmlsZSh1cmlPZihwYXRoKSkpO1xufVxuXG5leHBvcnQgZnVuY3Rpb24gZG9jdW1lbnRUZXN0cygpOiB2b2lkIHtcbiAgYWZ0ZXJFYWNoKGNsb3NlQWxsKTtcblxuICBpdCgnb3BlbnMgYXMgYSByZW5kZXJlZCBwcmV2aWV3IGJlc2lkZSB0aGUgY29kZScsIGFzeW5jICgpID0+IHtcbiAgICBhd2FpdCB2c2NvZGUud2luZG93LnNob3dUZXh0RG9jdW1lbnQodXJpT2YoJ3NyYy9wYXkudHMnKSk7XG4gICAgYXdhaXQgdnNjb2RlLmNvbW1hbmRzLmV4ZWN1dGVDb21tYW5kKCdpbnRlZ3JhdGlvbkF0bGFzLmdlbmVyYXRlRG9jdW1lbnQnKTtcbiAgICBjb25zdCB0YWIgPSBhd2FpdCBldmVudHVhbGx5KCdUaGUgcHJldmlldycsIHByZXZpZXdUYWIpO1xuICAgIGFzc2VydC5lcXVhbCh0YWIuZ3JvdXAudmlld0NvbHVtbiwgdnNjb2RlLlZpZXdDb2x1bW4uVHdvKTtcbiAgICBjb25zdCB7IHByZXZpZXdzIH0gPSBhd2FpdCBhcGkoKTtcbiAgICBjb25zdCBwcmV2aWV3ID0gcHJldmlld3Muc2hvdyhmb2xkZXIoKSk7XG4gICAgYXdhaXQgZXZlbnR1YWxseSgnVGhlIHJlbmRlcmVkIGRvY3VtZW50JywgKCkgPT4gcHJldmlldy5odG1sLmluY2x1ZGVzKCdTVFJJUEVfU0VDUkVUX0tFWScpKTtcbiAgICBhc3NlcnQubWF0Y2gocHJldmlldy5odG1sLCAvPGgxW14+XSo+RXh0ZXJuYWwgSW50ZWdyYXRpb25zPFxcL2gxPi8pO1xuICAgIGFzc2VydC5tYXRjaChwcmV2aWV3Lmh0bWwsIC88YSBbXj5dKmhyZWY9XCJzcmNcXC9wYXlcXC50cyNMM1wiLyk7XG4gICAgYXNzZXJ0Lm1hdGNoKHByZXZpZXcuaHRtbCwgLzxjb2RlPnN0cmlwZTxcXC9jb2RlPi8pO1xuICB9KTtcblxuICBpdCgnZm9sbG93cyB0aGUgY29kZSB3aGlsZSBpdCBpcyB0eXBlZCcsIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCBkb2N1bWVudCA9IGF3YWl0IHZzY29kZS53b3Jrc3BhY2Uub3BlblRleHREb2N1bWVudCh1cmlPZignc3JjL3BheS50cycpKTtcbiAgICBhd2FpdCB2c2NvZGUud2luZG93LnNob3dUZXh0RG9jdW1lbnQoZG9jdW1lbnQpO1xuICAgIGF3YWl0IHZzY29kZS5jb21tYW5kcy5leGVjdXRlQ29tbWFuZCgnaW50ZWdyYXRpb25BdGxhcy5nZW5lcmF0ZURvY3VtZW50Jyk7XG4gICAgY29uc3QgeyBwcmV2aWV3cyB9ID0gYXdhaXQgYXBpKCk7XG4gICAgY29uc3QgcHJldmlldyA9IHByZXZpZXdzLnNob3coZm9sZGVyKCkpO1xuICAgIGF3YWl0IGV2ZW50dWFsbHkoJ1RoZSByZW5kZXJlZCBkb2N1bWVudCcsICgpID0+IHByZXZpZXcuaHRtbC5pbmNsdWRlcygnU1RSSVBFX1NFQ1JFVF9LRVknKSk7XG4gICAgYXdhaXQgdHlwZShkb2N1bWVudCwgYCR7ZG9jdW1lbnQuZ2V0VGV4dCgpfWV4cG9ydCBjb25zdCBsaXZlID0gcHJvY2Vzcy5lbnYuTElWRV9LRVk7XFxuYCk7XG4gICAgYXdhaXQgZXZlbnR1YWxseSgnVGhlIG5ldyB2YXJpYWJsZScsICgpID0+IHByZXZpZXcuaHRtbC5pbmNsdWRlcygnTElWRV9LRVknKSk7XG4gIH0pO1xuXG4gIGl0KCdpcyB3cml0dGVuIHRvIHRoZSB3b3Jrc3BhY2UsIGFuZCBub3RoaW5nIGZvcmVpZ24gaXMgb3ZlcndyaXR0ZW4gdW5hc2tlZCcsIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCB7IGNvbm5lY3Rpb24gfSA9IGF3YWl0IGFwaSgpO1xuICAgIGNvbnN0IHVyaSA9IGZvbGRlcigpLnVyaS50b1N0cmluZygpO1xuICAgIGF3YWl0IHZzY29kZS53b3Jrc3BhY2UuZnMud3JpdGVGaWxlKHVyaU9mKCdJTlRFR1JBVElPTlMubWQnKSwgbmV3IFRleHRFbmNvZGVyKCkuZW5jb2RlKCcjIE1pbmVcXG4nKSk7XG4gICAgYXNzZXJ0LmVxdWFsKChhd2FpdCBjb25uZWN0aW9uLnNhdmUodXJpLCBmYWxzZSkpPy5vdXRjb21lLCAnZm9yZWlnbicpO1xuICAgIGFzc2VydC5lcXVhbChhd2FpdCByZWFkVGV4dCgnSU5URUdSQVRJT05TLm1kJyksICcjIE1pbmVcXG4nKTtcbiAgICBhd2FpdCB2c2NvZGUud29ya3NwYWNlLmZzLmRlbGV0ZSh1cmlPZignSU5URUdSQVRJT05TLm1kJykpO1xuICAgIGFzc2VydC5lcXVhbCgoYXdhaXQgY29ubmVjdGlvbi5zYXZlKHVyaSwgZmFsc2UpKT8ub3V0Y29tZSwgJ3dyaXR0ZW4nKTtcbiAgICBhc3NlcnQubWF0Y2goYXdhaXQgcmVhZFRleHQoJ0lOVEVHUkFUSU9OUy5tZCcpLCAvU1RSSVBFX1NFQ1JFVF9LRVkvKTtcbiAgICBhd2FpdCB2c2NvZGUud29ya3NwYWNlLmZzLmRlbGV0ZSh1cmlPZignSU5URUdSQVRJT05TLm1kJykpO1xuICB9KTtcblxuICBpdCgnaXMgY29waWVkIGFzIE1hcmtkb3duJywgYXN5bmMgKCkgPT4ge1xuICAgIGF3YWl0IHZzY29kZS5lbnYuY2xpcGJvYXJkLndyaXRlVGV4dCgnJyk7XG4gICAgYXdhaXQgdnNjb2RlLmNvbW1hbmRzLmV4ZWN1dGVDb21tYW5kKCdpbnRlZ3JhdGlvbkF0bGFzLmNvcHlEb2N1bWVudCcpO1xuICAgIGFzc2VydC5tYXRjaChhd2FpdCB2c2NvZGUuZW52LmNsaXBib2FyZC5yZWFkVGV4dCgpLCAvXiMgRXh0ZXJuYWwgSW50ZWdyYXRpb25zLyk7XG4gIH0pO1xuXG4gIGl0KCdsZWFkcyBub3doZXJlIG91dHNpZGUgb2YgdGhlIGZvbGRlcicsICgpID0+IHtcbiAgICBhc3NlcnQuZGVlcEVxdWFsKHBsYWNlT2ZMaW5rKCdzcmMvJTVCaWQlNUQvKGdyb3VwKS9wYWdlLnRzI0wxMicpLCB7XG4gICAgICB0eXBlOiAnZmlsZScsXG4gICAgICBwYXRoOiAnc3JjL1tpZF0vKGdyb3VwKS9wYWdlLnRzJyxcbiAgICAgIGxpbmU6IDExLFxuICAgIH0pO1xuICAgIGFzc2VydC5kZWVwRXF1YWwocGxhY2VPZkxpbmsoJy5lbnYuZXhhbXBsZScpLCB7IHR5cGU6ICdmaWxlJywgcGF0aDogJy5lbnYuZXhhbXBsZScgfSk7XG4gICAgYXNzZXJ0LmRlZXBFcXVhbChwbGFjZU9mTGluaygnaHR0cHM6Ly9kb2NzLnN0cmlwZS5jb20nKSwgeyB0eXBlOiAnd2ViJywgYWRkcmVzczogJ2h0dHBzOi8vZG9jcy5zdHJpcGUuY29tJyB9KTtcbiAgICBmb3IgKGNvbnN0IGhyZWYgb2YgW1xuICAgICAgJy4uL3gnLFxuICAgICAgJ2EvLi4vLi4veCcsXG4gICAgICAnJTJlJTJlL3gnLFxuICAgICAgJy9ldGMvaG9zdHMnLFxuICAgICAgJ2ZpbGU6Ly8vZXRjL2hvc3RzJyxcbiAgICAgICdjb21tYW5kOngnLFxuICAgICAgJ2phdmFzY3JpcHQ6eCcsXG4gICAgICAnI3RvcCcsXG4gICAgICAnJUUwJUE0JUEnLFxuICAgIF0pIHtcbiAgICAgIGFzc2VydC5lcXVhbChwbGFjZU9mTGluayhocmVmKSwgdW5kZWZpbmVkLCBocmVmKTtcbiAgICB9XG4gIH0pO1xufVxuIiwgIi8qKiBXaGVyZSBhIGxpbmsgb2YgdGhlIGRvY3VtZW50IGxlYWRzLiAqL1xuZXhwb3J0IHR5cGUgTGlua1RhcmdldCA9XG4gIHwgeyByZWFkb25seSB0eXBlOiAnd2ViJzsgcmVhZG9ubHkgYWRkcmVzczogc3RyaW5nIH1cbiAgfCB7IHJlYWRvbmx5IHR5cGU6ICdmaWxlJzsgcmVhZG9ubHkgcGF0aDogc3RyaW5nOyByZWFkb25seSBsaW5lPzogbnVtYmVyIH07XG5cbi8qKlxuICogUmVhZHMgYSBsaW5rIG9mIHRoZSBkb2N1bWVudDogYGFwcHMvYXBpL3NyYy9saWIvc3RyaXBlLnRzI0wxMmAgaXMgYSBwbGFjZSBpbiB0aGUgZm9sZGVyLCBsaW5lIDEyIGZvciBwZW9wbGUuIFRoZVxuICogZG9jdW1lbnQgaXMgbWFkZSBvZiB3aGF0IHJlcG9zaXRvcmllcyBzYXksIHNvIGxpbmtzIG91dCBvZiB0aGUgZm9sZGVyIGFuZCBvZiBvdGhlciBzY2hlbWVzIGxlYWQgbm93aGVyZS5cbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHBsYWNlT2ZMaW5rKGhyZWY6IHN0cmluZyk6IExpbmtUYXJnZXQgfCB1bmRlZmluZWQge1xuICBpZiAoL15odHRwcz86XFwvXFwvL2kudGVzdChocmVmKSkgcmV0dXJuIHsgdHlwZTogJ3dlYicsIGFkZHJlc3M6IGhyZWYgfTtcbiAgaWYgKC9eW2Etel1bYS16MC05Ky4tXSo6L2kudGVzdChocmVmKSB8fCBocmVmLnN0YXJ0c1dpdGgoJy8nKSB8fCBocmVmLnN0YXJ0c1dpdGgoJyMnKSkgcmV0dXJuIHVuZGVmaW5lZDtcbiAgY29uc3QgW2VuY29kZWQgPSAnJywgZnJhZ21lbnQgPSAnJ10gPSBocmVmLnNwbGl0KCcjJywgMik7XG4gIGNvbnN0IHBhdGggPSBkZWNvZGVkKGVuY29kZWQpO1xuICBpZiAocGF0aCA9PT0gdW5kZWZpbmVkIHx8IHBhdGguc3BsaXQoL1tcXFxcL10vKS5pbmNsdWRlcygnLi4nKSkgcmV0dXJuIHVuZGVmaW5lZDtcbiAgY29uc3QgbGluZSA9IC9eTChcXGR7MSw3fSkvLmV4ZWMoZnJhZ21lbnQpPy5bMV07XG4gIHJldHVybiBsaW5lID09PSB1bmRlZmluZWQgPyB7IHR5cGU6ICdmaWxlJywgcGF0aCB9IDogeyB0eXBlOiAnZmlsZScsIHBhdGgsIGxpbmU6IE1hdGgubWF4KDAsIE51bWJlcihsaW5lKSAtIDEpIH07XG59XG5cbmZ1bmN0aW9uIGRlY29kZWQodGV4dDogc3RyaW5nKTogc3RyaW5nIHwgdW5kZWZpbmVkIHtcbiAgdHJ5IHtcbiAgICByZXR1cm4gZGVjb2RlVVJJQ29tcG9uZW50KHRleHQpO1xuICB9IGNhdGNoIHtcbiAgICByZXR1cm4gdW5kZWZpbmVkO1xuICB9XG59XG4iLCAiaW1wb3J0ICogYXMgYXNzZXJ0IGZyb20gJ25vZGU6YXNzZXJ0L3N0cmljdCc7XG5pbXBvcnQgKiBhcyB2c2NvZGUgZnJvbSAndnNjb2RlJztcbmltcG9ydCB0eXBlIHsgRXh0ZW5zaW9uQXBpIH0gZnJvbSAnLi4vLi4vLi4vY2xpZW50L3NyYy9leHRlbnNpb24nO1xuaW1wb3J0IHR5cGUgeyBSb3cgfSBmcm9tICcuLi8uLi8uLi9jbGllbnQvc3JjL3RyZWUvdHJlZS1pdGVtJztcbmltcG9ydCB0eXBlIHsgVHJlZU5vZGUgfSBmcm9tICcuLi8uLi8uLi9zZXJ2ZXIvc3JjL3Byb3RvY29sJztcblxuZXhwb3J0IGNvbnN0IEVYVEVOU0lPTiA9ICdpbnRlZ3JhdGlvbi1hdGxhcy5pbnRlZ3JhdGlvbi1hdGxhcyc7XG5cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBhcGkoKTogUHJvbWlzZTxFeHRlbnNpb25BcGk+IHtcbiAgY29uc3QgZXh0ZW5zaW9uID0gdnNjb2RlLmV4dGVuc2lvbnMuZ2V0RXh0ZW5zaW9uPEV4dGVuc2lvbkFwaT4oRVhURU5TSU9OKTtcbiAgYXNzZXJ0Lm9rKGV4dGVuc2lvbiwgJ1RoZSBleHRlbnNpb24gaXMgbm90IGluc3RhbGxlZC4nKTtcbiAgcmV0dXJuIGV4dGVuc2lvbi5hY3RpdmF0ZSgpO1xufVxuXG5leHBvcnQgZnVuY3Rpb24gZm9sZGVyKCk6IHZzY29kZS5Xb3Jrc3BhY2VGb2xkZXIge1xuICBjb25zdCBbZmlyc3RdID0gdnNjb2RlLndvcmtzcGFjZS53b3Jrc3BhY2VGb2xkZXJzID8/IFtdO1xuICBhc3NlcnQub2soZmlyc3QsICdObyBmb2xkZXIgaXMgb3Blbi4nKTtcbiAgcmV0dXJuIGZpcnN0O1xufVxuXG5leHBvcnQgZnVuY3Rpb24gdXJpT2YocGF0aDogc3RyaW5nKTogdnNjb2RlLlVyaSB7XG4gIHJldHVybiB2c2NvZGUuVXJpLmpvaW5QYXRoKGZvbGRlcigpLnVyaSwgcGF0aCk7XG59XG5cbi8qKiBBc2tzIGFnYWluIHVudGlsIHRoZSBhbnN3ZXIgaXMgdGhlcmU6IHdoYXQgZm9sbG93cyB0aGUgY29kZSBkb2VzIHNvIGluIGl0cyBvd24gdGltZS4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBldmVudHVhbGx5PFQ+KHdoYXQ6IHN0cmluZywgYXNrOiAoKSA9PiBUIHwgdW5kZWZpbmVkIHwgUHJvbWlzZTxUIHwgdW5kZWZpbmVkPik6IFByb21pc2U8VD4ge1xuICBjb25zdCBlbmQgPSBEYXRlLm5vdygpICsgMTVfMDAwO1xuICBmb3IgKDs7KSB7XG4gICAgY29uc3QgYW5zd2VyID0gYXdhaXQgYXNrKCk7XG4gICAgaWYgKGFuc3dlciAhPT0gdW5kZWZpbmVkICYmIGFuc3dlciAhPT0gZmFsc2UpIHJldHVybiBhbnN3ZXI7XG4gICAgaWYgKERhdGUubm93KCkgPiBlbmQpIHRocm93IG5ldyBFcnJvcihgJHt3aGF0fSBkaWQgbm90IGNvbWUgYWJvdXQuYCk7XG4gICAgYXdhaXQgbmV3IFByb21pc2UoKHJlc29sdmUpID0+IHNldFRpbWVvdXQocmVzb2x2ZSwgNTApKTtcbiAgfVxufVxuXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gbm9kZXMoKTogUHJvbWlzZTxyZWFkb25seSBUcmVlTm9kZVtdPiB7XG4gIGNvbnN0IHsgdmlldyB9ID0gYXdhaXQgYXBpKCk7XG4gIGF3YWl0IGV2ZW50dWFsbHkoJ1RoZSBmaXJzdCBzY2FuJywgYXN5bmMgKCkgPT4gKGF3YWl0IHZpZXcucm93cygpKS5zb21lKCh7IHJlYWR5IH0pID0+IHJlYWR5KSk7XG4gIGNvbnN0IGFsbCA9IGFzeW5jIChyb3dzOiByZWFkb25seSBSb3dbXSk6IFByb21pc2U8cmVhZG9ubHkgVHJlZU5vZGVbXT4gPT5cbiAgICAoYXdhaXQgUHJvbWlzZS5hbGwocm93cy5tYXAoYXN5bmMgKHJvdykgPT4gW3Jvdy5ub2RlLCAuLi4oYXdhaXQgYWxsKGF3YWl0IHZpZXcuZ2V0Q2hpbGRyZW4ocm93KSkpXSkpKS5mbGF0KCk7XG4gIHJldHVybiBhbGwoYXdhaXQgdmlldy5nZXRDaGlsZHJlbigpKTtcbn1cblxuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGxhYmVscyhraW5kOiBUcmVlTm9kZVsna2luZCddKTogUHJvbWlzZTxyZWFkb25seSBzdHJpbmdbXT4ge1xuICByZXR1cm4gKGF3YWl0IG5vZGVzKCkpLmZpbHRlcigobm9kZSkgPT4gbm9kZS5raW5kID09PSBraW5kKS5tYXAoKHsgbGFiZWwgfSkgPT4gbGFiZWwpO1xufVxuXG4vKiogUmVwbGFjZXMgdGhlIHRleHQgb2YgYW4gZWRpdG9yIHdpdGhvdXQgc2F2aW5nIGl0LiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIHR5cGUoZG9jdW1lbnQ6IHZzY29kZS5UZXh0RG9jdW1lbnQsIHRleHQ6IHN0cmluZyk6IFByb21pc2U8dm9pZD4ge1xuICBjb25zdCBlZGl0ID0gbmV3IHZzY29kZS5Xb3Jrc3BhY2VFZGl0KCk7XG4gIGNvbnN0IGFsbCA9IG5ldyB2c2NvZGUuUmFuZ2UoMCwgMCwgZG9jdW1lbnQubGluZUNvdW50LCAwKTtcbiAgZWRpdC5yZXBsYWNlKGRvY3VtZW50LnVyaSwgYWxsLCB0ZXh0KTtcbiAgYXNzZXJ0Lm9rKGF3YWl0IHZzY29kZS53b3Jrc3BhY2UuYXBwbHlFZGl0KGVkaXQpKTtcbn1cblxuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGNsb3NlQWxsKCk6IFByb21pc2U8dm9pZD4ge1xuICBhd2FpdCB2c2NvZGUuY29tbWFuZHMuZXhlY3V0ZUNvbW1hbmQoJ3dvcmtiZW5jaC5hY3Rpb24ucmV2ZXJ0QW5kQ2xvc2VBY3RpdmVFZGl0b3InKTtcbiAgYXdhaXQgdnNjb2RlLmNvbW1hbmRzLmV4ZWN1dGVDb21tYW5kKCd3b3JrYmVuY2guYWN0aW9uLmNsb3NlQWxsRWRpdG9ycycpO1xufVxuIiwgImltcG9ydCAqIGFzIGFzc2VydCBmcm9tICdub2RlOmFzc2VydC9zdHJpY3QnO1xuaW1wb3J0ICogYXMgdnNjb2RlIGZyb20gJ3ZzY29kZSc7XG5pbXBvcnQgeyBjbG9zZUFsbCwgdXJpT2YgfSBmcm9tICcuL3N1cHBvcnQnO1xuXG5hc3luYyBmdW5jdGlvbiBob3ZlclRleHQocGF0aDogc3RyaW5nLCBsaW5lOiBudW1iZXIsIGNoYXJhY3RlcjogbnVtYmVyKTogUHJvbWlzZTxzdHJpbmc+IHtcbiAgY29uc3QgdXJpID0gdXJpT2YocGF0aCk7XG4gIGF3YWl0IHZzY29kZS53b3Jrc3BhY2Uub3BlblRleHREb2N1bWVudCh1cmkpO1xuICBjb25zdCBob3ZlcnMgPSBhd2FpdCB2c2NvZGUuY29tbWFuZHMuZXhlY3V0ZUNvbW1hbmQ8cmVhZG9ubHkgdnNjb2RlLkhvdmVyW10+KFxuICAgICd2c2NvZGUuZXhlY3V0ZUhvdmVyUHJvdmlkZXInLFxuICAgIHVyaSxcbiAgICBuZXcgdnNjb2RlLlBvc2l0aW9uKGxpbmUsIGNoYXJhY3RlciksXG4gICk7XG4gIHJldHVybiBob3ZlcnNcbiAgICAuZmxhdE1hcCgoeyBjb250ZW50cyB9KSA9PiBjb250ZW50cylcbiAgICAubWFwKChjb250ZW50KSA9PiAodHlwZW9mIGNvbnRlbnQgPT09ICdzdHJpbmcnID8gY29udGVudCA6IGNvbnRlbnQudmFsdWUpKVxuICAgIC5qb2luKCdcXG4nKTtcbn1cblxuZXhwb3J0IGZ1bmN0aW9uIGhvdmVyVGVzdHMoKTogdm9pZCB7XG4gIGFmdGVyRWFjaChjbG9zZUFsbCk7XG5cbiAgaXQoJ3RlbGxzIG9mIGEgdmFyaWFibGUgaW4gY29kZTogdGhlIHNlcnZpY2UsIHdoZXJlIGl0IGlzIGRlY2xhcmVkIGFuZCByZWFkJywgYXN5bmMgKCkgPT4ge1xuICAgIGNvbnN0IHRleHQgPSBhd2FpdCBob3ZlclRleHQoJ3NyYy9wYXkudHMnLCAyLCA0NSk7XG4gICAgYXNzZXJ0Lm1hdGNoKHRleHQsIC9cXCpcXCpTVFJJUEVfU0VDUkVUX0tFWVxcKlxcKi8pO1xuICAgIGFzc2VydC5tYXRjaCh0ZXh0LCAvU3RyaXBlLyk7XG4gICAgYXNzZXJ0Lm1hdGNoKHRleHQsIC9cXC5lbnZcXC5leGFtcGxlOjJcXF1cXChmaWxlOlteKV0qXFwuZW52XFwuZXhhbXBsZSNMMlxcKS8pO1xuICAgIGFzc2VydC5tYXRjaCh0ZXh0LCAvc3JjXFwvcGF5XFwudHM6M1xcXVxcKGZpbGU6W14pXSpzcmNcXC9wYXlcXC50cyNMM1xcKS8pO1xuICB9KTtcblxuICBpdCgndGVsbHMgb2YgYSB2YXJpYWJsZSBpbiBhIC5lbnYgZmlsZScsIGFzeW5jICgpID0+IHtcbiAgICBhc3NlcnQubWF0Y2goYXdhaXQgaG92ZXJUZXh0KCcuZW52LmV4YW1wbGUnLCAxLCA0KSwgL1xcKlxcKlNUUklQRV9TRUNSRVRfS0VZXFwqXFwqLyk7XG4gIH0pO1xuXG4gIGl0KCdsaW5rcyB0byBwYXRocyB0aGF0IE1hcmtkb3duIHdvdWxkIGJyZWFrJywgYXN5bmMgKCkgPT4ge1xuICAgIGFzc2VydC5tYXRjaChhd2FpdCBob3ZlclRleHQoJ3NyYy9baWRdLyhncm91cCkvcGFnZS50cycsIDAsIDM0KSwgL1xcL3NyY1xcLyU1QmlkJTVEXFwvJTI4Z3JvdXAlMjlcXC9wYWdlXFwudHMjTDFcXCkvKTtcbiAgfSk7XG5cbiAgaXQoJ3NheXMgbm90aGluZyBlbHNld2hlcmUsIGFuZCBub3RoaW5nIHdoZXJlIGl0IGlzIHN3aXRjaGVkIG9mZicsIGFzeW5jICgpID0+IHtcbiAgICBhc3NlcnQuZXF1YWwoYXdhaXQgaG92ZXJUZXh0KCcuZW52LmV4YW1wbGUnLCAwLCAzKSwgJycpO1xuICAgIGNvbnN0IHNldHRpbmdzID0gdnNjb2RlLndvcmtzcGFjZS5nZXRDb25maWd1cmF0aW9uKCdpbnRlZ3JhdGlvbkF0bGFzJyk7XG4gICAgYXdhaXQgc2V0dGluZ3MudXBkYXRlKCdob3Zlci5lbmFibGVkJywgZmFsc2UsIHZzY29kZS5Db25maWd1cmF0aW9uVGFyZ2V0LldvcmtzcGFjZSk7XG4gICAgdHJ5IHtcbiAgICAgIGNvbnN0IGVuZCA9IERhdGUubm93KCkgKyA1MDAwO1xuICAgICAgbGV0IHRleHQgPSAndW5hc2tlZCc7XG4gICAgICB3aGlsZSAodGV4dCAhPT0gJycgJiYgRGF0ZS5ub3coKSA8IGVuZCkgdGV4dCA9IGF3YWl0IGhvdmVyVGV4dCgnLmVudi5leGFtcGxlJywgMSwgNCk7XG4gICAgICBhc3NlcnQuZXF1YWwodGV4dCwgJycpO1xuICAgIH0gZmluYWxseSB7XG4gICAgICBhd2FpdCBzZXR0aW5ncy51cGRhdGUoJ2hvdmVyLmVuYWJsZWQnLCB1bmRlZmluZWQsIHZzY29kZS5Db25maWd1cmF0aW9uVGFyZ2V0LldvcmtzcGFjZSk7XG4gICAgfVxuICB9KTtcbn1cbiIsICJpbXBvcnQgKiBhcyBhc3NlcnQgZnJvbSAnbm9kZTphc3NlcnQvc3RyaWN0JztcbmltcG9ydCAqIGFzIHZzY29kZSBmcm9tICd2c2NvZGUnO1xuaW1wb3J0IHsgYXBpLCBFWFRFTlNJT04sIGV2ZW50dWFsbHksIGxhYmVscywgbm9kZXMgfSBmcm9tICcuL3N1cHBvcnQnO1xuXG5leHBvcnQgZnVuY3Rpb24gbWFuaWZlc3RUZXN0cygpOiB2b2lkIHtcbiAgaXQoJ3N0YXJ0cyBieSBpdHNlbGYgYW5kIGZpbmRzIHdoYXQgdGhlIHdvcmtzcGFjZSBob2xkcycsIGFzeW5jICgpID0+IHtcbiAgICBhd2FpdCBldmVudHVhbGx5KCdUaGUgc3RhcnQnLCAoKSA9PiB2c2NvZGUuZXh0ZW5zaW9ucy5nZXRFeHRlbnNpb24oRVhURU5TSU9OKT8uaXNBY3RpdmUpO1xuICAgIGNvbnN0IHsgY29ubmVjdGlvbiB9ID0gYXdhaXQgYXBpKCk7XG4gICAgY29uc3QgY291bnRzID0gYXdhaXQgZXZlbnR1YWxseSgnVGhlIGZpcnN0IHNjYW4nLCAoKSA9PiB7XG4gICAgICBjb25zdCB7IHN0YXRlIH0gPSBjb25uZWN0aW9uO1xuICAgICAgcmV0dXJuIHN0YXRlLnBoYXNlID09PSAncnVubmluZycgJiYgIXN0YXRlLmNvdW50cy5zY2FubmluZyA/IHN0YXRlLmNvdW50cyA6IHVuZGVmaW5lZDtcbiAgICB9KTtcbiAgICBhc3NlcnQuZXF1YWwoY291bnRzLnZhcmlhYmxlcywgMik7XG4gICAgYXNzZXJ0LmVxdWFsKGNvdW50cy5pbnRlZ3JhdGlvbnMsIDEpO1xuICAgIGFzc2VydC5lcXVhbChjb3VudHMucHJvYmxlbXMsIDApO1xuICB9KTtcblxuICBpdCgnaGFzIGEgY29tbWFuZCBmb3IgZWFjaCB0aGF0IGl0IGRlY2xhcmVzJywgYXN5bmMgKCkgPT4ge1xuICAgIGNvbnN0IGRlY2xhcmVkOiByZWFkb25seSB7IHJlYWRvbmx5IGNvbW1hbmQ6IHN0cmluZyB9W10gPVxuICAgICAgdnNjb2RlLmV4dGVuc2lvbnMuZ2V0RXh0ZW5zaW9uKEVYVEVOU0lPTik/LnBhY2thZ2VKU09OLmNvbnRyaWJ1dGVzLmNvbW1hbmRzO1xuICAgIGNvbnN0IGtub3duID0gbmV3IFNldChhd2FpdCB2c2NvZGUuY29tbWFuZHMuZ2V0Q29tbWFuZHModHJ1ZSkpO1xuICAgIGFzc2VydC5vayhkZWNsYXJlZC5sZW5ndGggPiA1KTtcbiAgICBhc3NlcnQuZGVlcEVxdWFsKFxuICAgICAgZGVjbGFyZWQuZmlsdGVyKCh7IGNvbW1hbmQgfSkgPT4gIWtub3duLmhhcyhjb21tYW5kKSksXG4gICAgICBbXSxcbiAgICApO1xuICB9KTtcblxuICBpdCgndGVsbHMgdGhlIHNlcnZlciBvZiBzZXR0aW5ncycsIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCBzZXR0aW5ncyA9IHZzY29kZS53b3Jrc3BhY2UuZ2V0Q29uZmlndXJhdGlvbignaW50ZWdyYXRpb25BdGxhcycpO1xuICAgIGF3YWl0IHNldHRpbmdzLnVwZGF0ZSgnZXhjbHVkZScsIFsnc3JjL3BheS50cyddLCB2c2NvZGUuQ29uZmlndXJhdGlvblRhcmdldC5Xb3Jrc3BhY2UpO1xuICAgIGNvbnN0IHJlYWRzUGF5ID0gYXN5bmMgKCkgPT4gKGF3YWl0IG5vZGVzKCkpLnNvbWUoKHsgbG9jYXRpb24gfSkgPT4gbG9jYXRpb24/LnBhdGggPT09ICdzcmMvcGF5LnRzJyk7XG4gICAgYXdhaXQgZXZlbnR1YWxseSgnVGhlIGV4Y2x1c2lvbicsIGFzeW5jICgpID0+ICEoYXdhaXQgcmVhZHNQYXkoKSkpO1xuICAgIGF3YWl0IHNldHRpbmdzLnVwZGF0ZSgnZXhjbHVkZScsIHVuZGVmaW5lZCwgdnNjb2RlLkNvbmZpZ3VyYXRpb25UYXJnZXQuV29ya3NwYWNlKTtcbiAgICBhd2FpdCBldmVudHVhbGx5KCdUaGUgcmV0dXJuJywgcmVhZHNQYXkpO1xuICB9KTtcblxuICBpdCgnY29tZXMgYmFjayBhZnRlciB0aGUgc2VydmVyIHdhcyByZXN0YXJ0ZWQnLCBhc3luYyAoKSA9PiB7XG4gICAgY29uc3QgeyBjb25uZWN0aW9uIH0gPSBhd2FpdCBhcGkoKTtcbiAgICBhd2FpdCB2c2NvZGUuY29tbWFuZHMuZXhlY3V0ZUNvbW1hbmQoJ2ludGVncmF0aW9uQXRsYXMucmVzdGFydFNlcnZlcicpO1xuICAgIGF3YWl0IGV2ZW50dWFsbHkoJ1RoZSBzZWNvbmQgc2NhbicsICgpID0+IHtcbiAgICAgIGNvbnN0IHsgc3RhdGUgfSA9IGNvbm5lY3Rpb247XG4gICAgICByZXR1cm4gc3RhdGUucGhhc2UgPT09ICdydW5uaW5nJyAmJiAhc3RhdGUuY291bnRzLnNjYW5uaW5nICYmIHN0YXRlLmNvdW50cy52YXJpYWJsZXMgPT09IDI7XG4gICAgfSk7XG4gICAgYXNzZXJ0LmRlZXBFcXVhbChhd2FpdCBsYWJlbHMoJ2ludGVncmF0aW9uJyksIFsnU3RyaXBlJ10pO1xuICB9KTtcbn1cbiIsICJpbXBvcnQgKiBhcyBhc3NlcnQgZnJvbSAnbm9kZTphc3NlcnQvc3RyaWN0JztcbmltcG9ydCAqIGFzIHZzY29kZSBmcm9tICd2c2NvZGUnO1xuaW1wb3J0IHsgY2xvc2VBbGwsIGV2ZW50dWFsbHksIHR5cGUsIHVyaU9mIH0gZnJvbSAnLi9zdXBwb3J0JztcblxuLyoqIFdoYXQgdGhlIGVkaXRvcidzIG93biBjb21tYW5kIGFuc3dlcnMgYXQgYSBwb3NpdGlvbiBvZiBhIGZpbGUuICovXG5hc3luYyBmdW5jdGlvbiBhc2s8VD4oY29tbWFuZDogc3RyaW5nLCBwYXRoOiBzdHJpbmcsIGxpbmU6IG51bWJlciwgY2hhcmFjdGVyOiBudW1iZXIpOiBQcm9taXNlPFQ+IHtcbiAgY29uc3QgdXJpID0gdXJpT2YocGF0aCk7XG4gIGF3YWl0IHZzY29kZS53b3Jrc3BhY2Uub3BlblRleHREb2N1bWVudCh1cmkpO1xuICByZXR1cm4gdnNjb2RlLmNvbW1hbmRzLmV4ZWN1dGVDb21tYW5kPFQ+KGNvbW1hbmQsIHVyaSwgbmV3IHZzY29kZS5Qb3NpdGlvbihsaW5lLCBjaGFyYWN0ZXIpKTtcbn1cblxudHlwZSBGb3VuZCA9IHZzY29kZS5Mb2NhdGlvbiB8IHZzY29kZS5Mb2NhdGlvbkxpbms7XG5cbmNvbnN0IHBsYWNlcyA9IChmb3VuZDogcmVhZG9ubHkgRm91bmRbXSk6IHJlYWRvbmx5IHN0cmluZ1tdID0+XG4gIGZvdW5kLm1hcCgob25lKSA9PiB7XG4gICAgY29uc3QgW3VyaSwgcmFuZ2VdID0gJ3VyaScgaW4gb25lID8gW29uZS51cmksIG9uZS5yYW5nZV0gOiBbb25lLnRhcmdldFVyaSwgb25lLnRhcmdldFJhbmdlXTtcbiAgICByZXR1cm4gYCR7dnNjb2RlLndvcmtzcGFjZS5hc1JlbGF0aXZlUGF0aCh1cmkpfToke3JhbmdlLnN0YXJ0LmxpbmUgKyAxfWA7XG4gIH0pO1xuXG5leHBvcnQgZnVuY3Rpb24gbmF2aWdhdGlvblRlc3RzKCk6IHZvaWQge1xuICBhZnRlckVhY2goY2xvc2VBbGwpO1xuXG4gIGl0KCdnb2VzIHRvIHRoZSBkZWZpbml0aW9uIG9mIGEgdmFyaWFibGUnLCBhc3luYyAoKSA9PiB7XG4gICAgY29uc3QgZm91bmQgPSBhd2FpdCBhc2s8cmVhZG9ubHkgRm91bmRbXT4oJ3ZzY29kZS5leGVjdXRlRGVmaW5pdGlvblByb3ZpZGVyJywgJ3NyYy9wYXkudHMnLCAyLCA0NSk7XG4gICAgYXNzZXJ0Lm9rKHBsYWNlcyhmb3VuZCkuaW5jbHVkZXMoJy5lbnYuZXhhbXBsZToyJyksIHBsYWNlcyhmb3VuZCkuam9pbigpKTtcbiAgfSk7XG5cbiAgaXQoJ2ZpbmRzIHRoZSByZWZlcmVuY2VzIG9mIGEgdmFyaWFibGUgZnJvbSBpdHMgZGVjbGFyYXRpb24nLCBhc3luYyAoKSA9PiB7XG4gICAgY29uc3QgZm91bmQgPSBhd2FpdCBhc2s8cmVhZG9ubHkgRm91bmRbXT4oJ3ZzY29kZS5leGVjdXRlUmVmZXJlbmNlUHJvdmlkZXInLCAnLmVudi5leGFtcGxlJywgMSwgNCk7XG4gICAgYXNzZXJ0Lm9rKHBsYWNlcyhmb3VuZCkuaW5jbHVkZXMoJ3NyYy9wYXkudHM6MycpLCBwbGFjZXMoZm91bmQpLmpvaW4oKSk7XG4gIH0pO1xuXG4gIGl0KCdoaWdobGlnaHRzIGEgdmFyaWFibGUnLCBhc3luYyAoKSA9PiB7XG4gICAgY29uc3QgZm91bmQgPSBhd2FpdCBhc2s8cmVhZG9ubHkgdnNjb2RlLkRvY3VtZW50SGlnaGxpZ2h0W10+KFxuICAgICAgJ3ZzY29kZS5leGVjdXRlRG9jdW1lbnRIaWdobGlnaHRzJyxcbiAgICAgICcuZW52LmV4YW1wbGUnLFxuICAgICAgMSxcbiAgICAgIDQsXG4gICAgKTtcbiAgICBhc3NlcnQuZGVlcEVxdWFsKFxuICAgICAgZm91bmQubWFwKCh7IHJhbmdlLCBraW5kIH0pID0+IFtyYW5nZS5zdGFydC5saW5lLCByYW5nZS5lbmQuY2hhcmFjdGVyLCBraW5kXSksXG4gICAgICBbWzEsIDE3LCB2c2NvZGUuRG9jdW1lbnRIaWdobGlnaHRLaW5kLldyaXRlXV0sXG4gICAgKTtcbiAgfSk7XG5cbiAgaXQoJ2NvbXBsZXRlcyB0aGUgbmFtZXMgb2YgdmFyaWFibGVzIHdoZXJlIHRoZXkgYXJlIGFza2VkIGZvcicsIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCBkb2N1bWVudCA9IGF3YWl0IHZzY29kZS53b3Jrc3BhY2Uub3BlblRleHREb2N1bWVudCh1cmlPZignc3JjL3BheS50cycpKTtcbiAgICBhd2FpdCB2c2NvZGUud2luZG93LnNob3dUZXh0RG9jdW1lbnQoZG9jdW1lbnQpO1xuICAgIGNvbnN0IGxpbmUgPSBkb2N1bWVudC5saW5lQ291bnQgLSAxO1xuICAgIGF3YWl0IHR5cGUoZG9jdW1lbnQsIGAke2RvY3VtZW50LmdldFRleHQoKX1wcm9jZXNzLmVudi5gKTtcbiAgICBjb25zdCBpdGVtID0gYXdhaXQgZXZlbnR1YWxseSgnVGhlIHByb3Bvc2FsJywgYXN5bmMgKCkgPT4ge1xuICAgICAgY29uc3QgbGlzdCA9IGF3YWl0IGFzazx2c2NvZGUuQ29tcGxldGlvbkxpc3Q+KCd2c2NvZGUuZXhlY3V0ZUNvbXBsZXRpb25JdGVtUHJvdmlkZXInLCAnc3JjL3BheS50cycsIGxpbmUsIDEyKTtcbiAgICAgIHJldHVybiBsaXN0Lml0ZW1zLmZpbmQoKHsgbGFiZWwsIGRldGFpbCB9KSA9PiBsYWJlbCA9PT0gJ1NUUklQRV9TRUNSRVRfS0VZJyAmJiBkZXRhaWw/LnN0YXJ0c1dpdGgoJ1N0cmlwZScpKTtcbiAgICB9KTtcbiAgICBhc3NlcnQuZXF1YWwoaXRlbS5raW5kLCB2c2NvZGUuQ29tcGxldGlvbkl0ZW1LaW5kLkNvbnN0YW50KTtcbiAgfSk7XG5cbiAgaXQoJ2xpc3RzIHZhcmlhYmxlcyBhbmQgc2VydmljZXMgYW1vbmcgdGhlIHN5bWJvbHMgb2YgdGhlIHdvcmtzcGFjZScsIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCBmb3VuZCA9IGF3YWl0IHZzY29kZS5jb21tYW5kcy5leGVjdXRlQ29tbWFuZDxyZWFkb25seSB2c2NvZGUuU3ltYm9sSW5mb3JtYXRpb25bXT4oXG4gICAgICAndnNjb2RlLmV4ZWN1dGVXb3Jrc3BhY2VTeW1ib2xQcm92aWRlcicsXG4gICAgICAnc3RyaXBlJyxcbiAgICApO1xuICAgIGNvbnN0IG91cnMgPSBmb3VuZC5tYXAoKHsgbmFtZSwga2luZCB9KSA9PiBgJHtuYW1lfSAke2tpbmR9YCk7XG4gICAgYXNzZXJ0Lm9rKG91cnMuaW5jbHVkZXMoYFNUUklQRV9TRUNSRVRfS0VZICR7dnNjb2RlLlN5bWJvbEtpbmQuQ29uc3RhbnR9YCksIG91cnMuam9pbigpKTtcbiAgICBhc3NlcnQub2sob3Vycy5pbmNsdWRlcyhgU3RyaXBlICR7dnNjb2RlLlN5bWJvbEtpbmQuTW9kdWxlfWApLCBvdXJzLmpvaW4oKSk7XG4gIH0pO1xufVxuIiwgImltcG9ydCAqIGFzIGFzc2VydCBmcm9tICdub2RlOmFzc2VydC9zdHJpY3QnO1xuaW1wb3J0ICogYXMgdnNjb2RlIGZyb20gJ3ZzY29kZSc7XG5pbXBvcnQgeyBhcGksIGNsb3NlQWxsLCBldmVudHVhbGx5LCBmb2xkZXIsIGxhYmVscywgbm9kZXMsIHVyaU9mIH0gZnJvbSAnLi9zdXBwb3J0JztcblxuY29uc3QgRklMRSA9ICcuaW50ZWdyYXRpb24tYXRsYXMuanNvbic7XG5jb25zdCB3cml0ZSA9IChwYXRoOiBzdHJpbmcsIHRleHQ6IHN0cmluZykgPT5cbiAgdnNjb2RlLndvcmtzcGFjZS5mcy53cml0ZUZpbGUodXJpT2YocGF0aCksIG5ldyBUZXh0RW5jb2RlcigpLmVuY29kZSh0ZXh0KSk7XG5jb25zdCByZW1vdmUgPSBhc3luYyAocGF0aDogc3RyaW5nKSA9PiB7XG4gIGF3YWl0IHZzY29kZS53b3Jrc3BhY2UuZnMuZGVsZXRlKHVyaU9mKHBhdGgpLCB7IHVzZVRyYXNoOiBmYWxzZSB9KTtcbn07XG5jb25zdCBoYXMgPSBhc3luYyAobGFiZWw6IHN0cmluZykgPT4gKGF3YWl0IGxhYmVscygnaW50ZWdyYXRpb24nKSkuaW5jbHVkZXMobGFiZWwpO1xuXG5leHBvcnQgZnVuY3Rpb24gb3duU2VydmljZVRlc3RzKCk6IHZvaWQge1xuICBhZnRlckVhY2goY2xvc2VBbGwpO1xuXG4gIGl0KCdhcHBlYXIgaW4gdGhlIHRyZWUsIGNoYW5nZSBhbmQgZ28gd2hpbGUgdGhlIGVkaXRvciBydW5zJywgYXN5bmMgKCkgPT4ge1xuICAgIGF3YWl0IHdyaXRlKCdzcmMvYmlsbC50cycsICdmZXRjaChcImh0dHBzOi8vYmlsbGluZy5hY21lLmludGVybmFsL3YxL2ludm9pY2VzXCIpO1xcbicpO1xuICAgIGNvbnN0IHNlcnZpY2VzID0gKGZpZWxkczogb2JqZWN0KSA9PiBKU09OLnN0cmluZ2lmeSh7IHNlcnZpY2VzOiB7ICdiaWxsaW5nLWFwaSc6IGZpZWxkcyB9IH0pO1xuICAgIGF3YWl0IHdyaXRlKEZJTEUsIHNlcnZpY2VzKHsgbmFtZTogJ0JpbGxpbmcgQVBJJywgaG9zdHM6IFsnYmlsbGluZy5hY21lLmludGVybmFsJ10gfSkpO1xuICAgIGF3YWl0IGV2ZW50dWFsbHkoJ1RoZSBzZXJ2aWNlJywgKCkgPT4gaGFzKCdCaWxsaW5nIEFQSScpKTtcbiAgICBhd2FpdCB3cml0ZShGSUxFLCBzZXJ2aWNlcyh7IG5hbWU6ICdJbnZvaWNlcycsIGhvc3RzOiBbJ2JpbGxpbmcuYWNtZS5pbnRlcm5hbCddIH0pKTtcbiAgICBhd2FpdCBldmVudHVhbGx5KCdJdHMgbmV3IG5hbWUnLCBhc3luYyAoKSA9PiAoYXdhaXQgaGFzKCdJbnZvaWNlcycpKSAmJiAhKGF3YWl0IGhhcygnQmlsbGluZyBBUEknKSkpO1xuICAgIGF3YWl0IHJlbW92ZShGSUxFKTtcbiAgICBhd2FpdCBldmVudHVhbGx5KCdJdHMgZW5kJywgYXN5bmMgKCkgPT4gIShhd2FpdCBoYXMoJ0ludm9pY2VzJykpKTtcbiAgICBhd2FpdCByZW1vdmUoJ3NyYy9iaWxsLnRzJyk7XG4gIH0pO1xuXG4gIGl0KCd0ZWxsIGEgbWlzdGFrZSBhdCBpdHMgbGluZSwgYW5kIGdvIG9uJywgYXN5bmMgKCkgPT4ge1xuICAgIGF3YWl0IHdyaXRlKEZJTEUsICd7XFxuICBcInNlcnZpY2VzXCI6IHtcXG4gICAgXCJiaWxsaW5nXCI6IHsgXCJob3N0c1wiOiBbXCJjb21cIl0sIFwiZW52XCI6IFtcIkJJTExJTkdfKlwiXSB9XFxuICB9XFxufVxcbicpO1xuICAgIGNvbnN0IHRvbGQgPSAoKSA9PlxuICAgICAgdnNjb2RlLmxhbmd1YWdlcy5nZXREaWFnbm9zdGljcyh1cmlPZihGSUxFKSkuZmlsdGVyKCh7IHNvdXJjZSB9KSA9PiBzb3VyY2UgPT09ICdJbnRlZ3JhdGlvbiBBdGxhcycpO1xuICAgIGNvbnN0IFtkaWFnbm9zdGljXSA9IGF3YWl0IGV2ZW50dWFsbHkoJ1RoZSBkaWFnbm9zdGljJywgKCkgPT4gKHRvbGQoKS5sZW5ndGggPiAwID8gdG9sZCgpIDogdW5kZWZpbmVkKSk7XG4gICAgYXNzZXJ0Lm9rKGRpYWdub3N0aWMpO1xuICAgIGFzc2VydC5lcXVhbChkaWFnbm9zdGljLnJhbmdlLnN0YXJ0LmxpbmUsIDIpO1xuICAgIGFzc2VydC5tYXRjaChkaWFnbm9zdGljLm1lc3NhZ2UsIC9ob3N0cyBvZiBldmVyeWJvZHkvKTtcbiAgICBhc3NlcnQuZGVlcEVxdWFsKGF3YWl0IGxhYmVscygnaW50ZWdyYXRpb24nKSwgWydTdHJpcGUnXSk7XG4gICAgYXdhaXQgcmVtb3ZlKEZJTEUpO1xuICAgIGF3YWl0IGV2ZW50dWFsbHkoJ05vIGRpYWdub3N0aWMnLCAoKSA9PiB0b2xkKCkubGVuZ3RoID09PSAwKTtcbiAgfSk7XG5cbiAgaXQoJ2FyZSBleHBsYWluZWQsIGFuZCBzdGFydCBmcm9tIHdoYXQgaXMgdW5yZWNvZ25pc2VkJywgYXN5bmMgKCkgPT4ge1xuICAgIGNvbnN0IHsgY29ubmVjdGlvbiB9ID0gYXdhaXQgYXBpKCk7XG4gICAgY29uc3Qgcm93cyA9IGF3YWl0IGNvbm5lY3Rpb24uZXhwbGFpbihmb2xkZXIoKS51cmkudG9TdHJpbmcoKSwgJ3N0cmlwZScpO1xuICAgIGFzc2VydC5vayhcbiAgICAgIHJvd3M/LnNvbWUoKHsgcGxhY2UsIGRldGFpbCB9KSA9PiBwbGFjZT8ucGF0aCA9PT0gJ3NyYy9wYXkudHMnICYmIC9wYWNrYWdlc1xcLm5wbTogc3RyaXBlLy50ZXN0KGRldGFpbCA/PyAnJykpLFxuICAgICk7XG4gICAgYXdhaXQgd3JpdGUoJ3NyYy9zaGlwLnRzJywgJ2ZldGNoKFwiaHR0cHM6Ly9vcmRlcnMuYWNtZS1zaGlwcGluZy5pby9saXN0XCIpO1xcbicpO1xuICAgIGNvbnN0IHJvdyA9IGF3YWl0IGV2ZW50dWFsbHkoJ1RoZSBob3N0JywgYXN5bmMgKCkgPT4gKGF3YWl0IG5vZGVzKCkpLmZpbmQoKHsga2luZCB9KSA9PiBraW5kID09PSAndW5yZWNvZ25pc2VkJykpO1xuICAgIGFzc2VydC5lcXVhbChyb3cubGFiZWwsICdvcmRlcnMuYWNtZS1zaGlwcGluZy5pbycpO1xuICAgIGF3YWl0IHZzY29kZS5jb21tYW5kcy5leGVjdXRlQ29tbWFuZCgnaW50ZWdyYXRpb25BdGxhcy5kZWZpbmVTZXJ2aWNlJywgeyBmb2xkZXI6IGZvbGRlcigpLnVyaSwgbm9kZTogcm93IH0pO1xuICAgIGNvbnN0IGVkaXRvciA9IGF3YWl0IGV2ZW50dWFsbHkoJ1RoZSBwcm9qZWN0IGZpbGUnLCAoKSA9PiB2c2NvZGUud2luZG93LmFjdGl2ZVRleHRFZGl0b3IpO1xuICAgIGFzc2VydC5lcXVhbChlZGl0b3IuZG9jdW1lbnQudXJpLnRvU3RyaW5nKCksIHVyaU9mKEZJTEUpLnRvU3RyaW5nKCkpO1xuICAgIGFzc2VydC5tYXRjaChlZGl0b3IuZG9jdW1lbnQuZ2V0VGV4dCgpLCAvXCJhY21lLXNoaXBwaW5nXCI6IFxcey8pO1xuICAgIGF3YWl0IGVkaXRvci5kb2N1bWVudC5zYXZlKCk7XG4gICAgYXdhaXQgZXZlbnR1YWxseSgnVGhlIG5ldyBzZXJ2aWNlJywgKCkgPT4gaGFzKCdhY21lLXNoaXBwaW5nJykpO1xuICAgIGF3YWl0IGNsb3NlQWxsKCk7XG4gICAgYXdhaXQgcmVtb3ZlKEZJTEUpO1xuICAgIGF3YWl0IHJlbW92ZSgnc3JjL3NoaXAudHMnKTtcbiAgICBhd2FpdCBldmVudHVhbGx5KCdUaGUgb2xkIHN0YXRlJywgYXN5bmMgKCkgPT4gIShhd2FpdCBoYXMoJ2FjbWUtc2hpcHBpbmcnKSkpO1xuICB9KTtcbn1cbiIsICJpbXBvcnQgKiBhcyBhc3NlcnQgZnJvbSAnbm9kZTphc3NlcnQvc3RyaWN0JztcbmltcG9ydCAqIGFzIHZzY29kZSBmcm9tICd2c2NvZGUnO1xuaW1wb3J0IHsgY2xvc2VBbGwsIGV2ZW50dWFsbHksIG5vZGVzLCB1cmlPZiB9IGZyb20gJy4vc3VwcG9ydCc7XG5cbi8qKiBXcml0dGVuIGZvciB0aGVzZSB0ZXN0cyBhbG9uZTogdGhlIG90aGVyIHN1aXRlcyBjb3VudCB3aGF0IHRoZSB3b3Jrc3BhY2UgaG9sZHMuICovXG5jb25zdCBGSUxFUyA9IHtcbiAgJ3JlbmFtZS8uZW52LmV4YW1wbGUnOiAnU0hJUFBJTkdfVE9LRU49XFxuTEFCRUxfVE9LRU49XFxuJyxcbiAgJ3JlbmFtZS9wYXkudHMnOiAnZXhwb3J0IGNvbnN0IHRva2VuID0gcHJvY2Vzcy5lbnYuU0hJUFBJTkdfVE9LRU47XFxuJyxcbiAgJ3JlbmFtZS9wYXkucHknOiAnaW1wb3J0IG9zXFxudG9rZW4gPSBvcy5lbnZpcm9uW1wiU0hJUFBJTkdfVE9LRU5cIl1cXG4nLFxuICAncmVuYW1lL3BheS5leHMnOiAnU3lzdGVtLmZldGNoX2VudiEoXCJTSElQUElOR19UT0tFTlwiKVxcbicsXG4gICdyZW5hbWUvZG9ja2VyLWNvbXBvc2UueW1sJzpcbiAgICAnc2VydmljZXM6XFxuICBhOlxcbiAgICBpbWFnZTogYVxcbiAgICBlbnZpcm9ubWVudDpcXG4gICAgICBTSElQUElOR19UT0tFTjogJHtTSElQUElOR19UT0tFTn1cXG4nLFxuICAnLmdpdGh1Yi93b3JrZmxvd3MvcmVuYW1lLnltbCc6XG4gICAgJ29uOiBwdXNoXFxuam9iczpcXG4gIGE6XFxuICAgIHJ1bnMtb246IHVidW50dS1sYXRlc3RcXG4gICAgZW52OlxcbiAgICAgIFNISVBQSU5HX1RPS0VOOiB4XFxuICAgIHN0ZXBzOiBbXVxcbicsXG59IGFzIGNvbnN0O1xuXG5jb25zdCBQQVRIUyA9IE9iamVjdC5rZXlzKEZJTEVTKTtcblxuYXN5bmMgZnVuY3Rpb24gd3JpdGVGaWxlcygpOiBQcm9taXNlPHZvaWQ+IHtcbiAgYXdhaXQgbm9kZXMoKTtcbiAgZm9yIChjb25zdCBbcGF0aCwgdGV4dF0gb2YgT2JqZWN0LmVudHJpZXMoRklMRVMpKSB7XG4gICAgYXdhaXQgdnNjb2RlLndvcmtzcGFjZS5mcy53cml0ZUZpbGUodXJpT2YocGF0aCksIG5ldyBUZXh0RW5jb2RlcigpLmVuY29kZSh0ZXh0KSk7XG4gIH1cbn1cblxuYXN5bmMgZnVuY3Rpb24gcmVtb3ZlRmlsZXMoKTogUHJvbWlzZTx2b2lkPiB7XG4gIGZvciAoY29uc3QgcGF0aCBvZiBbJ3JlbmFtZScsICcuZ2l0aHViJ10pIGF3YWl0IHZzY29kZS53b3Jrc3BhY2UuZnMuZGVsZXRlKHVyaU9mKHBhdGgpLCB7IHJlY3Vyc2l2ZTogdHJ1ZSB9KTtcbn1cblxuYXN5bmMgZnVuY3Rpb24gcmVuYW1lKHBhdGg6IHN0cmluZywgbGluZTogbnVtYmVyLCBjaGFyYWN0ZXI6IG51bWJlciwgbmFtZTogc3RyaW5nKTogUHJvbWlzZTx2c2NvZGUuV29ya3NwYWNlRWRpdD4ge1xuICBjb25zdCB1cmkgPSB1cmlPZihwYXRoKTtcbiAgYXdhaXQgdnNjb2RlLndvcmtzcGFjZS5vcGVuVGV4dERvY3VtZW50KHVyaSk7XG4gIGNvbnN0IGF0ID0gbmV3IHZzY29kZS5Qb3NpdGlvbihsaW5lLCBjaGFyYWN0ZXIpO1xuICByZXR1cm4gdnNjb2RlLmNvbW1hbmRzLmV4ZWN1dGVDb21tYW5kKCd2c2NvZGUuZXhlY3V0ZURvY3VtZW50UmVuYW1lUHJvdmlkZXInLCB1cmksIGF0LCBuYW1lKTtcbn1cblxuYXN5bmMgZnVuY3Rpb24gdGV4dHMoKTogUHJvbWlzZTxyZWFkb25seSBzdHJpbmdbXT4ge1xuICBjb25zdCBkb2N1bWVudHMgPSBhd2FpdCBQcm9taXNlLmFsbChQQVRIUy5tYXAoKHBhdGgpID0+IHZzY29kZS53b3Jrc3BhY2Uub3BlblRleHREb2N1bWVudCh1cmlPZihwYXRoKSkpKTtcbiAgcmV0dXJuIGRvY3VtZW50cy5tYXAoKGRvY3VtZW50KSA9PiBkb2N1bWVudC5nZXRUZXh0KCkpO1xufVxuXG5leHBvcnQgZnVuY3Rpb24gcmVuYW1lVGVzdHMoKTogdm9pZCB7XG4gIGJlZm9yZSh3cml0ZUZpbGVzKTtcbiAgYWZ0ZXIocmVtb3ZlRmlsZXMpO1xuICBhZnRlckVhY2goY2xvc2VBbGwpO1xuXG4gIGl0KCdyZW5hbWVzIGEgdmFyaWFibGUgaW4gdGhyZWUgbGFuZ3VhZ2VzIGFuZCBpbiBhbGwgdGhhdCBkZWNsYXJlcyBpdCcsIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCBiZWZvcmUgPSBhd2FpdCB0ZXh0cygpO1xuICAgIGNvbnN0IGVkaXQgPSBhd2FpdCBldmVudHVhbGx5KCdUaGUgcmVuYW1pbmcnLCBhc3luYyAoKSA9PiB7XG4gICAgICBjb25zdCBmb3VuZCA9IGF3YWl0IHJlbmFtZSgncmVuYW1lLy5lbnYuZXhhbXBsZScsIDAsIDQsICdQQVJDRUxfVE9LRU4nKTtcbiAgICAgIHJldHVybiBmb3VuZC5zaXplID09PSBQQVRIUy5sZW5ndGggPyBmb3VuZCA6IHVuZGVmaW5lZDtcbiAgICB9KTtcbiAgICAvLyBXaGF0IG5lZWRzIG5vIHF1ZXN0aW9uIGlzIGRvbmUgYnkgYW4gZXh0ZW5zaW9uIGFzIHdlbGwgYXMgYnkgYSBwZXJzb24uXG4gICAgYXNzZXJ0Lm9rKGF3YWl0IHZzY29kZS53b3Jrc3BhY2UuYXBwbHlFZGl0KGVkaXQpKTtcbiAgICBjb25zdCBhZnRlciA9IGF3YWl0IHRleHRzKCk7XG4gICAgYXNzZXJ0LmRlZXBFcXVhbChcbiAgICAgIGFmdGVyLFxuICAgICAgYmVmb3JlLm1hcCgodGV4dCkgPT4gdGV4dC5yZXBsYWNlQWxsKCdTSElQUElOR19UT0tFTicsICdQQVJDRUxfVE9LRU4nKSksXG4gICAgKTtcbiAgICBjb25zdCBiYWNrID0gYXdhaXQgZXZlbnR1YWxseSgnVGhlIHdheSBiYWNrJywgYXN5bmMgKCkgPT4ge1xuICAgICAgY29uc3QgZm91bmQgPSBhd2FpdCByZW5hbWUoJ3JlbmFtZS9wYXkudHMnLCAwLCAzNSwgJ1NISVBQSU5HX1RPS0VOJyk7XG4gICAgICByZXR1cm4gZm91bmQuc2l6ZSA9PT0gUEFUSFMubGVuZ3RoID8gZm91bmQgOiB1bmRlZmluZWQ7XG4gICAgfSk7XG4gICAgYXNzZXJ0Lm9rKGF3YWl0IHZzY29kZS53b3Jrc3BhY2UuYXBwbHlFZGl0KGJhY2spKTtcbiAgICBhc3NlcnQuZGVlcEVxdWFsKGF3YWl0IHRleHRzKCksIGJlZm9yZSk7XG4gICAgYXdhaXQgdnNjb2RlLndvcmtzcGFjZS5zYXZlQWxsKCk7XG4gIH0pO1xuXG4gIGl0KCdzYXlzIHdoZXJlIGEgcmVuYW1pbmcgYmVnaW5zLCBhbmQgd2h5IGl0IGlzIHJlZnVzZWQnLCBhc3luYyAoKSA9PiB7XG4gICAgY29uc3QgcHJlcGFyZSA9IChwYXRoOiBzdHJpbmcsIGxpbmU6IG51bWJlciwgY2hhcmFjdGVyOiBudW1iZXIpOiBUaGVuYWJsZTx7IHBsYWNlaG9sZGVyOiBzdHJpbmcgfT4gPT5cbiAgICAgIHZzY29kZS5jb21tYW5kcy5leGVjdXRlQ29tbWFuZCgndnNjb2RlLnByZXBhcmVSZW5hbWUnLCB1cmlPZihwYXRoKSwgbmV3IHZzY29kZS5Qb3NpdGlvbihsaW5lLCBjaGFyYWN0ZXIpKTtcbiAgICBhd2FpdCB2c2NvZGUud29ya3NwYWNlLm9wZW5UZXh0RG9jdW1lbnQodXJpT2YoJ3JlbmFtZS9wYXkucHknKSk7XG4gICAgYXNzZXJ0LmVxdWFsKChhd2FpdCBwcmVwYXJlKCdyZW5hbWUvcGF5LnB5JywgMSwgMjApKS5wbGFjZWhvbGRlciwgJ1NISVBQSU5HX1RPS0VOJyk7XG4gICAgYXdhaXQgYXNzZXJ0LnJlamVjdHMoKCkgPT4gcmVuYW1lKCdyZW5hbWUvcGF5LnB5JywgMSwgMjAsICcxU1QnKSwgL2JlZ2lucyB3aXRoIGEgZGlnaXQvKTtcbiAgICBhd2FpdCBhc3NlcnQucmVqZWN0cygoKSA9PiByZW5hbWUoJ3JlbmFtZS9wYXkucHknLCAxLCAyMCwgJ1BBR0UtS0VZJyksIC9vbmx5IGxldHRlcnMsIGRpZ2l0cyBhbmQgXy8pO1xuICAgIGF3YWl0IGFzc2VydC5yZWplY3RzKCgpID0+IHJlbmFtZSgncmVuYW1lLy5lbnYuZXhhbXBsZScsIDAsIDQsICdMQUJFTF9UT0tFTicpLCAvYm90aCB3b3VsZCBiZWNvbWUgb25lIHZhcmlhYmxlLyk7XG4gIH0pO1xufVxuIiwgImltcG9ydCAqIGFzIGFzc2VydCBmcm9tICdub2RlOmFzc2VydC9zdHJpY3QnO1xuaW1wb3J0ICogYXMgdnNjb2RlIGZyb20gJ3ZzY29kZSc7XG5pbXBvcnQgeyB0eXBlIFJvdywgdHJlZUl0ZW1PZiB9IGZyb20gJy4uLy4uLy4uL2NsaWVudC9zcmMvdHJlZS90cmVlLWl0ZW0nO1xuaW1wb3J0IHsgYXBpLCBjbG9zZUFsbCwgZXZlbnR1YWxseSwgZm9sZGVyLCBsYWJlbHMsIG5vZGVzLCB0eXBlLCB1cmlPZiB9IGZyb20gJy4vc3VwcG9ydCc7XG5cbmV4cG9ydCBmdW5jdGlvbiB0cmVlVGVzdHMoKTogdm9pZCB7XG4gIGFmdGVyRWFjaChjbG9zZUFsbCk7XG5cbiAgaXQoJ3Nob3dzIHRoZSBzZXJ2aWNlLCB3aGF0IHByb3ZlcyBpdCwgYW5kIHRoZSB2YXJpYWJsZXMnLCBhc3luYyAoKSA9PiB7XG4gICAgYXNzZXJ0LmRlZXBFcXVhbChhd2FpdCBsYWJlbHMoJ2ludGVncmF0aW9uJyksIFsnU3RyaXBlJ10pO1xuICAgIGFzc2VydC5kZWVwRXF1YWwoYXdhaXQgbGFiZWxzKCd2YXJpYWJsZScpLCBbJ1BBR0VfS0VZJywgJ1NUUklQRV9TRUNSRVRfS0VZJ10pO1xuICAgIGNvbnN0IGV2aWRlbmNlID0gKGF3YWl0IG5vZGVzKCkpLmZpbHRlcigoeyBraW5kIH0pID0+IGtpbmQgPT09ICdldmlkZW5jZScpLm1hcCgoeyBsb2NhdGlvbiB9KSA9PiBsb2NhdGlvbik7XG4gICAgYXNzZXJ0Lm9rKGV2aWRlbmNlLnNvbWUoKHBsYWNlKSA9PiBwbGFjZT8ucGF0aCA9PT0gJ3BhY2thZ2UuanNvbicgJiYgcGxhY2UubGluZSA9PT0gMykpO1xuICAgIGFzc2VydC5vayhldmlkZW5jZS5zb21lKChwbGFjZSkgPT4gcGxhY2U/LnBhdGggPT09ICdzcmMvcGF5LnRzJyAmJiBwbGFjZS5saW5lID09PSAyKSk7XG4gIH0pO1xuXG4gIGl0KCdnaXZlcyBWUyBDb2RlIGl0ZW1zIHdpdGggaWRzIG9mIHRoZWlyIG93biwgaWNvbnMsIGFuZCBsYWJlbHMgZm9yIHNjcmVlbiByZWFkZXJzJywgYXN5bmMgKCkgPT4ge1xuICAgIGNvbnN0IHsgdmlldyB9ID0gYXdhaXQgYXBpKCk7XG4gICAgY29uc3QgYWxsID0gYXN5bmMgKHJvd3M6IHJlYWRvbmx5IFJvd1tdKTogUHJvbWlzZTxyZWFkb25seSB2c2NvZGUuVHJlZUl0ZW1bXT4gPT5cbiAgICAgIChcbiAgICAgICAgYXdhaXQgUHJvbWlzZS5hbGwocm93cy5tYXAoYXN5bmMgKHJvdykgPT4gW3ZpZXcuZ2V0VHJlZUl0ZW0ocm93KSwgLi4uKGF3YWl0IGFsbChhd2FpdCB2aWV3LmdldENoaWxkcmVuKHJvdykpKV0pKVxuICAgICAgKS5mbGF0KCk7XG4gICAgYXdhaXQgbm9kZXMoKTtcbiAgICBjb25zdCBpdGVtcyA9IGF3YWl0IGFsbChhd2FpdCB2aWV3LmdldENoaWxkcmVuKCkpO1xuICAgIGFzc2VydC5vayhpdGVtcy5sZW5ndGggPiA4KTtcbiAgICBhc3NlcnQuZXF1YWwobmV3IFNldChpdGVtcy5tYXAoKHsgaWQgfSkgPT4gaWQpKS5zaXplLCBpdGVtcy5sZW5ndGgpO1xuICAgIGZvciAoY29uc3QgaXRlbSBvZiBpdGVtcykge1xuICAgICAgYXNzZXJ0Lm9rKGl0ZW0uaWNvblBhdGggaW5zdGFuY2VvZiB2c2NvZGUuVGhlbWVJY29uLCBgJHtpdGVtLmxhYmVsfSBoYXMgbm8gaWNvbmApO1xuICAgICAgYXNzZXJ0Lm9rKGl0ZW0uYWNjZXNzaWJpbGl0eUluZm9ybWF0aW9uPy5sYWJlbCwgYCR7aXRlbS5sYWJlbH0gaGFzIG5vIHNwb2tlbiBsYWJlbGApO1xuICAgIH1cbiAgfSk7XG5cbiAgaXQoJ29wZW5zIHRoZSBsaW5lIHRoYXQgYSByb3cgc3RhbmRzIGZvcicsIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCByZWFkID0gKGF3YWl0IG5vZGVzKCkpLmZpbmQoKHsga2luZCwgbG9jYXRpb24gfSkgPT4ga2luZCA9PT0gJ3JlYWQnICYmIGxvY2F0aW9uPy5wYXRoLmluY2x1ZGVzKCcoZ3JvdXApJykpO1xuICAgIGFzc2VydC5vayhyZWFkKTtcbiAgICBjb25zdCB7IGNvbW1hbmQgfSA9IHRyZWVJdGVtT2YoeyBmb2xkZXI6IGZvbGRlcigpLnVyaSwgbm9kZTogcmVhZCB9KTtcbiAgICBhc3NlcnQub2soY29tbWFuZCk7XG4gICAgYXdhaXQgdnNjb2RlLmNvbW1hbmRzLmV4ZWN1dGVDb21tYW5kKGNvbW1hbmQuY29tbWFuZCwgLi4uKGNvbW1hbmQuYXJndW1lbnRzID8/IFtdKSk7XG4gICAgY29uc3QgZWRpdG9yID0gYXdhaXQgZXZlbnR1YWxseSgnVGhlIGVkaXRvcicsICgpID0+IHZzY29kZS53aW5kb3cuYWN0aXZlVGV4dEVkaXRvcik7XG4gICAgYXNzZXJ0LmVxdWFsKGVkaXRvci5kb2N1bWVudC51cmkudG9TdHJpbmcoKSwgdXJpT2YoJ3NyYy9baWRdLyhncm91cCkvcGFnZS50cycpLnRvU3RyaW5nKCkpO1xuICAgIGFzc2VydC5lcXVhbChlZGl0b3IuZG9jdW1lbnQuZ2V0VGV4dChlZGl0b3Iuc2VsZWN0aW9uKSwgJ3Byb2Nlc3MuZW52LlBBR0VfS0VZJyk7XG4gIH0pO1xuXG4gIGl0KCdmb2xsb3dzIGEgdGV4dCB0aGF0IGlzIG5vdCBzYXZlZCwgYW5kIGZvcmdldHMgaXQgd2hlbiBpdCBpcyBkcm9wcGVkJywgYXN5bmMgKCkgPT4ge1xuICAgIGNvbnN0IGRvY3VtZW50ID0gYXdhaXQgdnNjb2RlLndvcmtzcGFjZS5vcGVuVGV4dERvY3VtZW50KHVyaU9mKCdzcmMvcGF5LnRzJykpO1xuICAgIGF3YWl0IHZzY29kZS53aW5kb3cuc2hvd1RleHREb2N1bWVudChkb2N1bWVudCk7XG4gICAgYXdhaXQgdHlwZShkb2N1bWVudCwgJ2V4cG9ydCBjb25zdCBrZXkgPSBwcm9jZXNzLmVudi5VTlNBVkVEX0tFWTtcXG4nKTtcbiAgICBhd2FpdCBldmVudHVhbGx5KCdUaGUgbmV3IHZhcmlhYmxlJywgYXN5bmMgKCkgPT4gKGF3YWl0IGxhYmVscygndmFyaWFibGUnKSkuaW5jbHVkZXMoJ1VOU0FWRURfS0VZJykpO1xuICAgIGF3YWl0IGNsb3NlQWxsKCk7XG4gICAgYXdhaXQgZXZlbnR1YWxseSgnVGhlIG9sZCBzdGF0ZScsIGFzeW5jICgpID0+ICEoYXdhaXQgbGFiZWxzKCd2YXJpYWJsZScpKS5pbmNsdWRlcygnVU5TQVZFRF9LRVknKSk7XG4gIH0pO1xuXG4gIGl0KCdmb2xsb3dzIGZpbGVzIHRoYXQgY29tZSBhbmQgZ28gb24gZGlzaywgZm9sZGVycyB0b28nLCBhc3luYyAoKSA9PiB7XG4gICAgY29uc3QgYnl0ZXMgPSBuZXcgVGV4dEVuY29kZXIoKS5lbmNvZGUoJ2V4cG9ydCBjb25zdCBrZXkgPSBwcm9jZXNzLmVudi5ESVNLX0tFWTtcXG4nKTtcbiAgICBhd2FpdCB2c2NvZGUud29ya3NwYWNlLmZzLndyaXRlRmlsZSh1cmlPZignbGliL2RlZXAvZGlzay50cycpLCBieXRlcyk7XG4gICAgYXdhaXQgZXZlbnR1YWxseSgnVGhlIG5ldyBmaWxlJywgYXN5bmMgKCkgPT4gKGF3YWl0IGxhYmVscygndmFyaWFibGUnKSkuaW5jbHVkZXMoJ0RJU0tfS0VZJykpO1xuICAgIGF3YWl0IHZzY29kZS53b3Jrc3BhY2UuZnMuZGVsZXRlKHVyaU9mKCdsaWInKSwgeyByZWN1cnNpdmU6IHRydWUgfSk7XG4gICAgYXdhaXQgZXZlbnR1YWxseSgnVGhlIGRlbGV0aW9uJywgYXN5bmMgKCkgPT4gIShhd2FpdCBsYWJlbHMoJ3ZhcmlhYmxlJykpLmluY2x1ZGVzKCdESVNLX0tFWScpKTtcbiAgfSk7XG59XG4iLCAiaW1wb3J0ICogYXMgdnNjb2RlIGZyb20gJ3ZzY29kZSc7XG5pbXBvcnQgdHlwZSB7IFRyZWVOb2RlIH0gZnJvbSAnLi4vLi4vLi4vc2VydmVyL3NyYy9wcm90b2NvbCc7XG5cbi8qKiBBIHJvdyB3aXRoIHRoZSBmb2xkZXIgdGhhdCBpdHMgcGxhY2VzIGFyZSByZWxhdGl2ZSB0by4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgUm93IHtcbiAgcmVhZG9ubHkgZm9sZGVyOiB2c2NvZGUuVXJpO1xuICByZWFkb25seSBub2RlOiBUcmVlTm9kZTtcbn1cblxuLyoqIEhvdyBWUyBDb2RlIHNob3dzIGEgcm93LiBUaGUgaWQgaG9sZHMgdGhlIGZvbGRlciwgc28gdGhhdCByb3dzIG9mIHR3byBmb2xkZXJzIG5ldmVyIHNoYXJlIG9uZS4gKi9cbmV4cG9ydCBmdW5jdGlvbiB0cmVlSXRlbU9mKHsgZm9sZGVyLCBub2RlIH06IFJvdyk6IHZzY29kZS5UcmVlSXRlbSB7XG4gIGNvbnN0IHBhcmVudCA9IG5vZGUubW9yZSAhPT0gdW5kZWZpbmVkIHx8IChub2RlLmNoaWxkcmVuICE9PSB1bmRlZmluZWQgJiYgbm9kZS5jaGlsZHJlbi5sZW5ndGggPiAwKTtcbiAgY29uc3QgaXRlbSA9IG5ldyB2c2NvZGUuVHJlZUl0ZW0obm9kZS5sYWJlbCwgc3RhdGVPZihub2RlLCBwYXJlbnQpKTtcbiAgaXRlbS5pZCA9IGAke2ZvbGRlci50b1N0cmluZygpfVxcbiR7bm9kZS5pZH1gO1xuICBpZiAobm9kZS5kZXNjcmlwdGlvbiAhPT0gdW5kZWZpbmVkKSBpdGVtLmRlc2NyaXB0aW9uID0gbm9kZS5kZXNjcmlwdGlvbjtcbiAgaWYgKG5vZGUuaWNvbiAhPT0gdW5kZWZpbmVkKSBpdGVtLmljb25QYXRoID0gbmV3IHZzY29kZS5UaGVtZUljb24obm9kZS5pY29uLCBjb2xvck9mKG5vZGUpKTtcbiAgaXRlbS50b29sdGlwID0gdG9vbHRpcE9mKG5vZGUpO1xuICBpdGVtLmNvbnRleHRWYWx1ZSA9IGNvbnRleHRPZihub2RlLCBwYXJlbnQpO1xuICBpdGVtLmFjY2Vzc2liaWxpdHlJbmZvcm1hdGlvbiA9IHsgbGFiZWw6IHNwb2tlbihub2RlKSwgcm9sZTogJ3RyZWVpdGVtJyB9O1xuICAvLyBBIHBhcmVudCdzIGNsaWNrIG9wZW5zIGFuZCBjbG9zZXMgaXQ7IGl0cyBwbGFjZSBpcyBvbmUgaW5saW5lIGFjdGlvbiBhd2F5LlxuICBpZiAoIXBhcmVudCAmJiBub2RlLmxvY2F0aW9uICE9PSB1bmRlZmluZWQgJiYgbm9kZS5sb2NhdGlvbi5wYXRoICE9PSAnJykge1xuICAgIGl0ZW0uY29tbWFuZCA9IHsgY29tbWFuZDogJ3ZzY29kZS5vcGVuJywgdGl0bGU6ICdPcGVuJywgYXJndW1lbnRzOiBvcGVuQXJndW1lbnRzKGZvbGRlciwgbm9kZS5sb2NhdGlvbikgfTtcbiAgfVxuICByZXR1cm4gaXRlbTtcbn1cblxuLyoqIFRoZSBhcmd1bWVudHMgb2YgYHZzY29kZS5vcGVuYCB0aGF0IHNlbGVjdCBhIHBsYWNlLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG9wZW5Bcmd1bWVudHMoZm9sZGVyOiB2c2NvZGUuVXJpLCBwbGFjZTogTm9uTnVsbGFibGU8VHJlZU5vZGVbJ2xvY2F0aW9uJ10+KTogW3ZzY29kZS5VcmksIG9iamVjdF0ge1xuICBjb25zdCB7IGxpbmUsIGNvbHVtbiwgZW5kQ29sdW1uIH0gPSBwbGFjZTtcbiAgY29uc3Qgc2VsZWN0aW9uID0gbmV3IHZzY29kZS5SYW5nZShsaW5lLCBjb2x1bW4sIGxpbmUsIE1hdGgubWF4KGNvbHVtbiwgZW5kQ29sdW1uKSk7XG4gIHJldHVybiBbdnNjb2RlLlVyaS5qb2luUGF0aChmb2xkZXIsIHBsYWNlLnBhdGgpLCB7IHNlbGVjdGlvbiwgcHJldmlldzogdHJ1ZSB9XTtcbn1cblxuZnVuY3Rpb24gc3RhdGVPZihub2RlOiBUcmVlTm9kZSwgcGFyZW50OiBib29sZWFuKTogdnNjb2RlLlRyZWVJdGVtQ29sbGFwc2libGVTdGF0ZSB7XG4gIGlmICghcGFyZW50KSByZXR1cm4gdnNjb2RlLlRyZWVJdGVtQ29sbGFwc2libGVTdGF0ZS5Ob25lO1xuICByZXR1cm4gbm9kZS5leHBhbmRlZCA9PT0gdHJ1ZSA/IHZzY29kZS5UcmVlSXRlbUNvbGxhcHNpYmxlU3RhdGUuRXhwYW5kZWQgOiB2c2NvZGUuVHJlZUl0ZW1Db2xsYXBzaWJsZVN0YXRlLkNvbGxhcHNlZDtcbn1cblxuZnVuY3Rpb24gY29sb3JPZihub2RlOiBUcmVlTm9kZSk6IHZzY29kZS5UaGVtZUNvbG9yIHwgdW5kZWZpbmVkIHtcbiAgcmV0dXJuIG5vZGUua2luZCA9PT0gJ3Byb2JsZW0nID8gbmV3IHZzY29kZS5UaGVtZUNvbG9yKCdsaXN0Lndhcm5pbmdGb3JlZ3JvdW5kJykgOiB1bmRlZmluZWQ7XG59XG5cbmZ1bmN0aW9uIHRvb2x0aXBPZihub2RlOiBUcmVlTm9kZSk6IHZzY29kZS5NYXJrZG93blN0cmluZyB8IHN0cmluZyB8IHVuZGVmaW5lZCB7XG4gIGlmIChub2RlLnRvb2x0aXAgPT09IHVuZGVmaW5lZCkgcmV0dXJuIHVuZGVmaW5lZDtcbiAgLy8gVGV4dHMgb2YgdGhlIHNjYW5uZWQgY29kZSBjYW4gc3RhbmQgaW4gaXQ6IG5laXRoZXIgY29tbWFuZHMgbm9yIEhUTUwgYXJlIHRydXN0ZWQuXG4gIHJldHVybiBuZXcgdnNjb2RlLk1hcmtkb3duU3RyaW5nKG5vZGUudG9vbHRpcCwgdHJ1ZSk7XG59XG5cbmZ1bmN0aW9uIGNvbnRleHRPZihub2RlOiBUcmVlTm9kZSwgcGFyZW50OiBib29sZWFuKTogc3RyaW5nIHtcbiAgY29uc3Qgd29yZHM6IHN0cmluZ1tdID0gW25vZGUua2luZF07XG4gIGlmIChwYXJlbnQpIHdvcmRzLnB1c2goJ3BhcmVudCcpO1xuICBpZiAobm9kZS5sb2NhdGlvbiAhPT0gdW5kZWZpbmVkKSB3b3Jkcy5wdXNoKCdwbGFjZScpO1xuICBpZiAobm9kZS5kb2NzICE9PSB1bmRlZmluZWQpIHdvcmRzLnB1c2goJ2RvY3MnKTtcbiAgaWYgKG5vZGUuY29weSAhPT0gdW5kZWZpbmVkKSB3b3Jkcy5wdXNoKCdjb3B5Jyk7XG4gIHJldHVybiB3b3Jkcy5qb2luKCcgJyk7XG59XG5cbmZ1bmN0aW9uIHNwb2tlbihub2RlOiBUcmVlTm9kZSk6IHN0cmluZyB7XG4gIGNvbnN0IHNhaWQgPSBub2RlLmRlc2NyaXB0aW9uID09PSB1bmRlZmluZWQgPyBub2RlLmxhYmVsIDogYCR7bm9kZS5sYWJlbH0sICR7bm9kZS5kZXNjcmlwdGlvbn1gO1xuICByZXR1cm4gbm9kZS5raW5kID09PSAncHJvYmxlbScgPyBgUHJvYmxlbTogJHtzYWlkfWAgOiBzYWlkO1xufVxuIl0sCiAgIm1hcHBpbmdzIjogIjs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBLHFCQUE4Qjs7O0FDQTlCLElBQUFBLFVBQXdCO0FBQ3hCLElBQUFDLFVBQXdCOzs7QUNRakIsU0FBUyxZQUFZLE1BQXNDO0FBQ2hFLE1BQUksZ0JBQWdCLEtBQUssSUFBSSxFQUFHLFFBQU8sRUFBRSxNQUFNLE9BQU8sU0FBUyxLQUFLO0FBQ3BFLE1BQUksdUJBQXVCLEtBQUssSUFBSSxLQUFLLEtBQUssV0FBVyxHQUFHLEtBQUssS0FBSyxXQUFXLEdBQUcsRUFBRyxRQUFPO0FBQzlGLFFBQU0sQ0FBQyxVQUFVLElBQUksV0FBVyxFQUFFLElBQUksS0FBSyxNQUFNLEtBQUssQ0FBQztBQUN2RCxRQUFNLE9BQU8sUUFBUSxPQUFPO0FBQzVCLE1BQUksU0FBUyxVQUFhLEtBQUssTUFBTSxPQUFPLEVBQUUsU0FBUyxJQUFJLEVBQUcsUUFBTztBQUNyRSxRQUFNLE9BQU8sY0FBYyxLQUFLLFFBQVEsSUFBSSxDQUFDO0FBQzdDLFNBQU8sU0FBUyxTQUFZLEVBQUUsTUFBTSxRQUFRLEtBQUssSUFBSSxFQUFFLE1BQU0sUUFBUSxNQUFNLE1BQU0sS0FBSyxJQUFJLEdBQUcsT0FBTyxJQUFJLElBQUksQ0FBQyxFQUFFO0FBQ2pIO0FBRUEsU0FBUyxRQUFRLE1BQWtDO0FBQ2pELE1BQUk7QUFDRixXQUFPLG1CQUFtQixJQUFJO0FBQUEsRUFDaEMsUUFBUTtBQUNOLFdBQU87QUFBQSxFQUNUO0FBQ0Y7OztBQ3pCQSxhQUF3QjtBQUN4QixhQUF3QjtBQUtqQixJQUFNLFlBQVk7QUFFekIsZUFBc0IsTUFBNkI7QUFDakQsUUFBTSxZQUFtQixrQkFBVyxhQUEyQixTQUFTO0FBQ3hFLEVBQU8sVUFBRyxXQUFXLGlDQUFpQztBQUN0RCxTQUFPLFVBQVUsU0FBUztBQUM1QjtBQUVPLFNBQVMsU0FBaUM7QUFDL0MsUUFBTSxDQUFDLEtBQUssSUFBVyxpQkFBVSxvQkFBb0IsQ0FBQztBQUN0RCxFQUFPLFVBQUcsT0FBTyxvQkFBb0I7QUFDckMsU0FBTztBQUNUO0FBRU8sU0FBUyxNQUFNLE1BQTBCO0FBQzlDLFNBQWMsV0FBSSxTQUFTLE9BQU8sRUFBRSxLQUFLLElBQUk7QUFDL0M7QUFHQSxlQUFzQixXQUFjLE1BQWNDLE1BQStEO0FBQy9HLFFBQU0sTUFBTSxLQUFLLElBQUksSUFBSTtBQUN6QixhQUFTO0FBQ1AsVUFBTSxTQUFTLE1BQU1BLEtBQUk7QUFDekIsUUFBSSxXQUFXLFVBQWEsV0FBVyxNQUFPLFFBQU87QUFDckQsUUFBSSxLQUFLLElBQUksSUFBSSxJQUFLLE9BQU0sSUFBSSxNQUFNLEdBQUcsSUFBSSxzQkFBc0I7QUFDbkUsVUFBTSxJQUFJLFFBQVEsQ0FBQyxZQUFZLFdBQVcsU0FBUyxFQUFFLENBQUM7QUFBQSxFQUN4RDtBQUNGO0FBRUEsZUFBc0IsUUFBc0M7QUFDMUQsUUFBTSxFQUFFLEtBQUssSUFBSSxNQUFNLElBQUk7QUFDM0IsUUFBTSxXQUFXLGtCQUFrQixhQUFhLE1BQU0sS0FBSyxLQUFLLEdBQUcsS0FBSyxDQUFDLEVBQUUsTUFBTSxNQUFNLEtBQUssQ0FBQztBQUM3RixRQUFNLE1BQU0sT0FBTyxVQUNoQixNQUFNLFFBQVEsSUFBSSxLQUFLLElBQUksT0FBTyxRQUFRLENBQUMsSUFBSSxNQUFNLEdBQUksTUFBTSxJQUFJLE1BQU0sS0FBSyxZQUFZLEdBQUcsQ0FBQyxDQUFFLENBQUMsQ0FBQyxHQUFHLEtBQUs7QUFDN0csU0FBTyxJQUFJLE1BQU0sS0FBSyxZQUFZLENBQUM7QUFDckM7QUFFQSxlQUFzQixPQUFPLE1BQW9EO0FBQy9FLFVBQVEsTUFBTSxNQUFNLEdBQUcsT0FBTyxDQUFDLFNBQVMsS0FBSyxTQUFTLElBQUksRUFBRSxJQUFJLENBQUMsRUFBRSxNQUFNLE1BQU0sS0FBSztBQUN0RjtBQUdBLGVBQXNCLEtBQUssVUFBK0IsTUFBNkI7QUFDckYsUUFBTSxPQUFPLElBQVcscUJBQWM7QUFDdEMsUUFBTSxNQUFNLElBQVcsYUFBTSxHQUFHLEdBQUcsU0FBUyxXQUFXLENBQUM7QUFDeEQsT0FBSyxRQUFRLFNBQVMsS0FBSyxLQUFLLElBQUk7QUFDcEMsRUFBTyxVQUFHLE1BQWEsaUJBQVUsVUFBVSxJQUFJLENBQUM7QUFDbEQ7QUFFQSxlQUFzQixXQUEwQjtBQUM5QyxRQUFhLGdCQUFTLGVBQWUsNkNBQTZDO0FBQ2xGLFFBQWEsZ0JBQVMsZUFBZSxrQ0FBa0M7QUFDekU7OztBRnJEQSxJQUFNLGFBQWEsTUFDVixlQUFPLFVBQVUsSUFDckIsUUFBUSxDQUFDLEVBQUUsS0FBSyxNQUFNLElBQUksRUFDMUI7QUFBQSxFQUNDLENBQUMsRUFBRSxNQUFNLE1BQU0saUJBQXdCLDJCQUFtQixNQUFNLFNBQVMsU0FBUywyQkFBMkI7QUFDL0c7QUFFSixlQUFlLFNBQVMsTUFBK0I7QUFDckQsU0FBTyxJQUFJLFlBQVksRUFBRSxPQUFPLE1BQWEsa0JBQVUsR0FBRyxTQUFTLE1BQU0sSUFBSSxDQUFDLENBQUM7QUFDakY7QUFFTyxTQUFTLGdCQUFzQjtBQUNwQyxZQUFVLFFBQVE7QUFFbEIsS0FBRywrQ0FBK0MsWUFBWTtBQUM1RCxVQUFhLGVBQU8saUJBQWlCLE1BQU0sWUFBWSxDQUFDO0FBQ3hELFVBQWEsaUJBQVMsZUFBZSxtQ0FBbUM7QUFDeEUsVUFBTSxNQUFNLE1BQU0sV0FBVyxlQUFlLFVBQVU7QUFDdEQsSUFBTyxjQUFNLElBQUksTUFBTSxZQUFtQixtQkFBVyxHQUFHO0FBQ3hELFVBQU0sRUFBRSxTQUFTLElBQUksTUFBTSxJQUFJO0FBQy9CLFVBQU0sVUFBVSxTQUFTLEtBQUssT0FBTyxDQUFDO0FBQ3RDLFVBQU0sV0FBVyx5QkFBeUIsTUFBTSxRQUFRLEtBQUssU0FBUyxtQkFBbUIsQ0FBQztBQUMxRixJQUFPLGNBQU0sUUFBUSxNQUFNLHNDQUFzQztBQUNqRSxJQUFPLGNBQU0sUUFBUSxNQUFNLGdDQUFnQztBQUMzRCxJQUFPLGNBQU0sUUFBUSxNQUFNLHNCQUFzQjtBQUFBLEVBQ25ELENBQUM7QUFFRCxLQUFHLHNDQUFzQyxZQUFZO0FBQ25ELFVBQU0sV0FBVyxNQUFhLGtCQUFVLGlCQUFpQixNQUFNLFlBQVksQ0FBQztBQUM1RSxVQUFhLGVBQU8saUJBQWlCLFFBQVE7QUFDN0MsVUFBYSxpQkFBUyxlQUFlLG1DQUFtQztBQUN4RSxVQUFNLEVBQUUsU0FBUyxJQUFJLE1BQU0sSUFBSTtBQUMvQixVQUFNLFVBQVUsU0FBUyxLQUFLLE9BQU8sQ0FBQztBQUN0QyxVQUFNLFdBQVcseUJBQXlCLE1BQU0sUUFBUSxLQUFLLFNBQVMsbUJBQW1CLENBQUM7QUFDMUYsVUFBTSxLQUFLLFVBQVUsR0FBRyxTQUFTLFFBQVEsQ0FBQztBQUFBLENBQTZDO0FBQ3ZGLFVBQU0sV0FBVyxvQkFBb0IsTUFBTSxRQUFRLEtBQUssU0FBUyxVQUFVLENBQUM7QUFBQSxFQUM5RSxDQUFDO0FBRUQsS0FBRywyRUFBMkUsWUFBWTtBQUN4RixVQUFNLEVBQUUsV0FBVyxJQUFJLE1BQU0sSUFBSTtBQUNqQyxVQUFNLE1BQU0sT0FBTyxFQUFFLElBQUksU0FBUztBQUNsQyxVQUFhLGtCQUFVLEdBQUcsVUFBVSxNQUFNLGlCQUFpQixHQUFHLElBQUksWUFBWSxFQUFFLE9BQU8sVUFBVSxDQUFDO0FBQ2xHLElBQU8sZUFBTyxNQUFNLFdBQVcsS0FBSyxLQUFLLEtBQUssSUFBSSxTQUFTLFNBQVM7QUFDcEUsSUFBTyxjQUFNLE1BQU0sU0FBUyxpQkFBaUIsR0FBRyxVQUFVO0FBQzFELFVBQWEsa0JBQVUsR0FBRyxPQUFPLE1BQU0saUJBQWlCLENBQUM7QUFDekQsSUFBTyxlQUFPLE1BQU0sV0FBVyxLQUFLLEtBQUssS0FBSyxJQUFJLFNBQVMsU0FBUztBQUNwRSxJQUFPLGNBQU0sTUFBTSxTQUFTLGlCQUFpQixHQUFHLG1CQUFtQjtBQUNuRSxVQUFhLGtCQUFVLEdBQUcsT0FBTyxNQUFNLGlCQUFpQixDQUFDO0FBQUEsRUFDM0QsQ0FBQztBQUVELEtBQUcseUJBQXlCLFlBQVk7QUFDdEMsVUFBYSxZQUFJLFVBQVUsVUFBVSxFQUFFO0FBQ3ZDLFVBQWEsaUJBQVMsZUFBZSwrQkFBK0I7QUFDcEUsSUFBTyxjQUFNLE1BQWEsWUFBSSxVQUFVLFNBQVMsR0FBRywwQkFBMEI7QUFBQSxFQUNoRixDQUFDO0FBRUQsS0FBRyx1Q0FBdUMsTUFBTTtBQUM5QyxJQUFPLGtCQUFVLFlBQVksa0NBQWtDLEdBQUc7QUFBQSxNQUNoRSxNQUFNO0FBQUEsTUFDTixNQUFNO0FBQUEsTUFDTixNQUFNO0FBQUEsSUFDUixDQUFDO0FBQ0QsSUFBTyxrQkFBVSxZQUFZLGNBQWMsR0FBRyxFQUFFLE1BQU0sUUFBUSxNQUFNLGVBQWUsQ0FBQztBQUNwRixJQUFPLGtCQUFVLFlBQVkseUJBQXlCLEdBQUcsRUFBRSxNQUFNLE9BQU8sU0FBUywwQkFBMEIsQ0FBQztBQUM1RyxlQUFXLFFBQVE7QUFBQSxNQUNqQjtBQUFBLE1BQ0E7QUFBQSxNQUNBO0FBQUEsTUFDQTtBQUFBLE1BQ0E7QUFBQSxNQUNBO0FBQUEsTUFDQTtBQUFBLE1BQ0E7QUFBQSxNQUNBO0FBQUEsSUFDRixHQUFHO0FBQ0QsTUFBTyxjQUFNLFlBQVksSUFBSSxHQUFHLFFBQVcsSUFBSTtBQUFBLElBQ2pEO0FBQUEsRUFDRixDQUFDO0FBQ0g7OztBR25GQSxJQUFBQyxVQUF3QjtBQUN4QixJQUFBQyxVQUF3QjtBQUd4QixlQUFlLFVBQVUsTUFBYyxNQUFjLFdBQW9DO0FBQ3ZGLFFBQU0sTUFBTSxNQUFNLElBQUk7QUFDdEIsUUFBYSxrQkFBVSxpQkFBaUIsR0FBRztBQUMzQyxRQUFNLFNBQVMsTUFBYSxpQkFBUztBQUFBLElBQ25DO0FBQUEsSUFDQTtBQUFBLElBQ0EsSUFBVyxpQkFBUyxNQUFNLFNBQVM7QUFBQSxFQUNyQztBQUNBLFNBQU8sT0FDSixRQUFRLENBQUMsRUFBRSxTQUFTLE1BQU0sUUFBUSxFQUNsQyxJQUFJLENBQUMsWUFBYSxPQUFPLFlBQVksV0FBVyxVQUFVLFFBQVEsS0FBTSxFQUN4RSxLQUFLLElBQUk7QUFDZDtBQUVPLFNBQVMsYUFBbUI7QUFDakMsWUFBVSxRQUFRO0FBRWxCLEtBQUcsMkVBQTJFLFlBQVk7QUFDeEYsVUFBTSxPQUFPLE1BQU0sVUFBVSxjQUFjLEdBQUcsRUFBRTtBQUNoRCxJQUFPLGNBQU0sTUFBTSwyQkFBMkI7QUFDOUMsSUFBTyxjQUFNLE1BQU0sUUFBUTtBQUMzQixJQUFPLGNBQU0sTUFBTSxtREFBbUQ7QUFDdEUsSUFBTyxjQUFNLE1BQU0sK0NBQStDO0FBQUEsRUFDcEUsQ0FBQztBQUVELEtBQUcsc0NBQXNDLFlBQVk7QUFDbkQsSUFBTyxjQUFNLE1BQU0sVUFBVSxnQkFBZ0IsR0FBRyxDQUFDLEdBQUcsMkJBQTJCO0FBQUEsRUFDakYsQ0FBQztBQUVELEtBQUcsNENBQTRDLFlBQVk7QUFDekQsSUFBTyxjQUFNLE1BQU0sVUFBVSw0QkFBNEIsR0FBRyxFQUFFLEdBQUcsNkNBQTZDO0FBQUEsRUFDaEgsQ0FBQztBQUVELEtBQUcsZ0VBQWdFLFlBQVk7QUFDN0UsSUFBTyxjQUFNLE1BQU0sVUFBVSxnQkFBZ0IsR0FBRyxDQUFDLEdBQUcsRUFBRTtBQUN0RCxVQUFNLFdBQWtCLGtCQUFVLGlCQUFpQixrQkFBa0I7QUFDckUsVUFBTSxTQUFTLE9BQU8saUJBQWlCLE9BQWMsNEJBQW9CLFNBQVM7QUFDbEYsUUFBSTtBQUNGLFlBQU0sTUFBTSxLQUFLLElBQUksSUFBSTtBQUN6QixVQUFJLE9BQU87QUFDWCxhQUFPLFNBQVMsTUFBTSxLQUFLLElBQUksSUFBSSxJQUFLLFFBQU8sTUFBTSxVQUFVLGdCQUFnQixHQUFHLENBQUM7QUFDbkYsTUFBTyxjQUFNLE1BQU0sRUFBRTtBQUFBLElBQ3ZCLFVBQUU7QUFDQSxZQUFNLFNBQVMsT0FBTyxpQkFBaUIsUUFBa0IsNEJBQW9CLFNBQVM7QUFBQSxJQUN4RjtBQUFBLEVBQ0YsQ0FBQztBQUNIOzs7QUNsREEsSUFBQUMsVUFBd0I7QUFDeEIsSUFBQUMsVUFBd0I7QUFHakIsU0FBUyxnQkFBc0I7QUFDcEMsS0FBRyx1REFBdUQsWUFBWTtBQUNwRSxVQUFNLFdBQVcsYUFBYSxNQUFhLG1CQUFXLGFBQWEsU0FBUyxHQUFHLFFBQVE7QUFDdkYsVUFBTSxFQUFFLFdBQVcsSUFBSSxNQUFNLElBQUk7QUFDakMsVUFBTSxTQUFTLE1BQU0sV0FBVyxrQkFBa0IsTUFBTTtBQUN0RCxZQUFNLEVBQUUsTUFBTSxJQUFJO0FBQ2xCLGFBQU8sTUFBTSxVQUFVLGFBQWEsQ0FBQyxNQUFNLE9BQU8sV0FBVyxNQUFNLFNBQVM7QUFBQSxJQUM5RSxDQUFDO0FBQ0QsSUFBTyxjQUFNLE9BQU8sV0FBVyxDQUFDO0FBQ2hDLElBQU8sY0FBTSxPQUFPLGNBQWMsQ0FBQztBQUNuQyxJQUFPLGNBQU0sT0FBTyxVQUFVLENBQUM7QUFBQSxFQUNqQyxDQUFDO0FBRUQsS0FBRywyQ0FBMkMsWUFBWTtBQUN4RCxVQUFNLFdBQ0csbUJBQVcsYUFBYSxTQUFTLEdBQUcsWUFBWSxZQUFZO0FBQ3JFLFVBQU0sUUFBUSxJQUFJLElBQUksTUFBYSxpQkFBUyxZQUFZLElBQUksQ0FBQztBQUM3RCxJQUFPLFdBQUcsU0FBUyxTQUFTLENBQUM7QUFDN0IsSUFBTztBQUFBLE1BQ0wsU0FBUyxPQUFPLENBQUMsRUFBRSxRQUFRLE1BQU0sQ0FBQyxNQUFNLElBQUksT0FBTyxDQUFDO0FBQUEsTUFDcEQsQ0FBQztBQUFBLElBQ0g7QUFBQSxFQUNGLENBQUM7QUFFRCxLQUFHLGdDQUFnQyxZQUFZO0FBQzdDLFVBQU0sV0FBa0Isa0JBQVUsaUJBQWlCLGtCQUFrQjtBQUNyRSxVQUFNLFNBQVMsT0FBTyxXQUFXLENBQUMsWUFBWSxHQUFVLDRCQUFvQixTQUFTO0FBQ3JGLFVBQU0sV0FBVyxhQUFhLE1BQU0sTUFBTSxHQUFHLEtBQUssQ0FBQyxFQUFFLFNBQVMsTUFBTSxVQUFVLFNBQVMsWUFBWTtBQUNuRyxVQUFNLFdBQVcsaUJBQWlCLFlBQVksQ0FBRSxNQUFNLFNBQVMsQ0FBRTtBQUNqRSxVQUFNLFNBQVMsT0FBTyxXQUFXLFFBQWtCLDRCQUFvQixTQUFTO0FBQ2hGLFVBQU0sV0FBVyxjQUFjLFFBQVE7QUFBQSxFQUN6QyxDQUFDO0FBRUQsS0FBRyw2Q0FBNkMsWUFBWTtBQUMxRCxVQUFNLEVBQUUsV0FBVyxJQUFJLE1BQU0sSUFBSTtBQUNqQyxVQUFhLGlCQUFTLGVBQWUsZ0NBQWdDO0FBQ3JFLFVBQU0sV0FBVyxtQkFBbUIsTUFBTTtBQUN4QyxZQUFNLEVBQUUsTUFBTSxJQUFJO0FBQ2xCLGFBQU8sTUFBTSxVQUFVLGFBQWEsQ0FBQyxNQUFNLE9BQU8sWUFBWSxNQUFNLE9BQU8sY0FBYztBQUFBLElBQzNGLENBQUM7QUFDRCxJQUFPLGtCQUFVLE1BQU0sT0FBTyxhQUFhLEdBQUcsQ0FBQyxRQUFRLENBQUM7QUFBQSxFQUMxRCxDQUFDO0FBQ0g7OztBQzlDQSxJQUFBQyxVQUF3QjtBQUN4QixJQUFBQyxVQUF3QjtBQUl4QixlQUFlLElBQU8sU0FBaUIsTUFBYyxNQUFjLFdBQStCO0FBQ2hHLFFBQU0sTUFBTSxNQUFNLElBQUk7QUFDdEIsUUFBYSxrQkFBVSxpQkFBaUIsR0FBRztBQUMzQyxTQUFjLGlCQUFTLGVBQWtCLFNBQVMsS0FBSyxJQUFXLGlCQUFTLE1BQU0sU0FBUyxDQUFDO0FBQzdGO0FBSUEsSUFBTSxTQUFTLENBQUMsVUFDZCxNQUFNLElBQUksQ0FBQyxRQUFRO0FBQ2pCLFFBQU0sQ0FBQyxLQUFLLEtBQUssSUFBSSxTQUFTLE1BQU0sQ0FBQyxJQUFJLEtBQUssSUFBSSxLQUFLLElBQUksQ0FBQyxJQUFJLFdBQVcsSUFBSSxXQUFXO0FBQzFGLFNBQU8sR0FBVSxrQkFBVSxlQUFlLEdBQUcsQ0FBQyxJQUFJLE1BQU0sTUFBTSxPQUFPLENBQUM7QUFDeEUsQ0FBQztBQUVJLFNBQVMsa0JBQXdCO0FBQ3RDLFlBQVUsUUFBUTtBQUVsQixLQUFHLHdDQUF3QyxZQUFZO0FBQ3JELFVBQU0sUUFBUSxNQUFNLElBQXNCLG9DQUFvQyxjQUFjLEdBQUcsRUFBRTtBQUNqRyxJQUFPLFdBQUcsT0FBTyxLQUFLLEVBQUUsU0FBUyxnQkFBZ0IsR0FBRyxPQUFPLEtBQUssRUFBRSxLQUFLLENBQUM7QUFBQSxFQUMxRSxDQUFDO0FBRUQsS0FBRywyREFBMkQsWUFBWTtBQUN4RSxVQUFNLFFBQVEsTUFBTSxJQUFzQixtQ0FBbUMsZ0JBQWdCLEdBQUcsQ0FBQztBQUNqRyxJQUFPLFdBQUcsT0FBTyxLQUFLLEVBQUUsU0FBUyxjQUFjLEdBQUcsT0FBTyxLQUFLLEVBQUUsS0FBSyxDQUFDO0FBQUEsRUFDeEUsQ0FBQztBQUVELEtBQUcseUJBQXlCLFlBQVk7QUFDdEMsVUFBTSxRQUFRLE1BQU07QUFBQSxNQUNsQjtBQUFBLE1BQ0E7QUFBQSxNQUNBO0FBQUEsTUFDQTtBQUFBLElBQ0Y7QUFDQSxJQUFPO0FBQUEsTUFDTCxNQUFNLElBQUksQ0FBQyxFQUFFLE9BQU8sS0FBSyxNQUFNLENBQUMsTUFBTSxNQUFNLE1BQU0sTUFBTSxJQUFJLFdBQVcsSUFBSSxDQUFDO0FBQUEsTUFDNUUsQ0FBQyxDQUFDLEdBQUcsSUFBVyw4QkFBc0IsS0FBSyxDQUFDO0FBQUEsSUFDOUM7QUFBQSxFQUNGLENBQUM7QUFFRCxLQUFHLDZEQUE2RCxZQUFZO0FBQzFFLFVBQU0sV0FBVyxNQUFhLGtCQUFVLGlCQUFpQixNQUFNLFlBQVksQ0FBQztBQUM1RSxVQUFhLGVBQU8saUJBQWlCLFFBQVE7QUFDN0MsVUFBTSxPQUFPLFNBQVMsWUFBWTtBQUNsQyxVQUFNLEtBQUssVUFBVSxHQUFHLFNBQVMsUUFBUSxDQUFDLGNBQWM7QUFDeEQsVUFBTSxPQUFPLE1BQU0sV0FBVyxnQkFBZ0IsWUFBWTtBQUN4RCxZQUFNLE9BQU8sTUFBTSxJQUEyQix3Q0FBd0MsY0FBYyxNQUFNLEVBQUU7QUFDNUcsYUFBTyxLQUFLLE1BQU0sS0FBSyxDQUFDLEVBQUUsT0FBTyxPQUFPLE1BQU0sVUFBVSx1QkFBdUIsUUFBUSxXQUFXLFFBQVEsQ0FBQztBQUFBLElBQzdHLENBQUM7QUFDRCxJQUFPLGNBQU0sS0FBSyxNQUFhLDJCQUFtQixRQUFRO0FBQUEsRUFDNUQsQ0FBQztBQUVELEtBQUcsbUVBQW1FLFlBQVk7QUFDaEYsVUFBTSxRQUFRLE1BQWEsaUJBQVM7QUFBQSxNQUNsQztBQUFBLE1BQ0E7QUFBQSxJQUNGO0FBQ0EsVUFBTSxPQUFPLE1BQU0sSUFBSSxDQUFDLEVBQUUsTUFBTSxLQUFLLE1BQU0sR0FBRyxJQUFJLElBQUksSUFBSSxFQUFFO0FBQzVELElBQU8sV0FBRyxLQUFLLFNBQVMscUJBQTRCLG1CQUFXLFFBQVEsRUFBRSxHQUFHLEtBQUssS0FBSyxDQUFDO0FBQ3ZGLElBQU8sV0FBRyxLQUFLLFNBQVMsVUFBaUIsbUJBQVcsTUFBTSxFQUFFLEdBQUcsS0FBSyxLQUFLLENBQUM7QUFBQSxFQUM1RSxDQUFDO0FBQ0g7OztBQ2xFQSxJQUFBQyxVQUF3QjtBQUN4QixJQUFBQyxVQUF3QjtBQUd4QixJQUFNLE9BQU87QUFDYixJQUFNLFFBQVEsQ0FBQyxNQUFjLFNBQ3BCLGtCQUFVLEdBQUcsVUFBVSxNQUFNLElBQUksR0FBRyxJQUFJLFlBQVksRUFBRSxPQUFPLElBQUksQ0FBQztBQUMzRSxJQUFNLFNBQVMsT0FBTyxTQUFpQjtBQUNyQyxRQUFhLGtCQUFVLEdBQUcsT0FBTyxNQUFNLElBQUksR0FBRyxFQUFFLFVBQVUsTUFBTSxDQUFDO0FBQ25FO0FBQ0EsSUFBTSxNQUFNLE9BQU8sV0FBbUIsTUFBTSxPQUFPLGFBQWEsR0FBRyxTQUFTLEtBQUs7QUFFMUUsU0FBUyxrQkFBd0I7QUFDdEMsWUFBVSxRQUFRO0FBRWxCLEtBQUcsMkRBQTJELFlBQVk7QUFDeEUsVUFBTSxNQUFNLGVBQWUsdURBQXVEO0FBQ2xGLFVBQU0sV0FBVyxDQUFDLFdBQW1CLEtBQUssVUFBVSxFQUFFLFVBQVUsRUFBRSxlQUFlLE9BQU8sRUFBRSxDQUFDO0FBQzNGLFVBQU0sTUFBTSxNQUFNLFNBQVMsRUFBRSxNQUFNLGVBQWUsT0FBTyxDQUFDLHVCQUF1QixFQUFFLENBQUMsQ0FBQztBQUNyRixVQUFNLFdBQVcsZUFBZSxNQUFNLElBQUksYUFBYSxDQUFDO0FBQ3hELFVBQU0sTUFBTSxNQUFNLFNBQVMsRUFBRSxNQUFNLFlBQVksT0FBTyxDQUFDLHVCQUF1QixFQUFFLENBQUMsQ0FBQztBQUNsRixVQUFNLFdBQVcsZ0JBQWdCLFlBQWEsTUFBTSxJQUFJLFVBQVUsS0FBTSxDQUFFLE1BQU0sSUFBSSxhQUFhLENBQUU7QUFDbkcsVUFBTSxPQUFPLElBQUk7QUFDakIsVUFBTSxXQUFXLFdBQVcsWUFBWSxDQUFFLE1BQU0sSUFBSSxVQUFVLENBQUU7QUFDaEUsVUFBTSxPQUFPLGFBQWE7QUFBQSxFQUM1QixDQUFDO0FBRUQsS0FBRyx5Q0FBeUMsWUFBWTtBQUN0RCxVQUFNLE1BQU0sTUFBTSx5RkFBeUY7QUFDM0csVUFBTSxPQUFPLE1BQ0osa0JBQVUsZUFBZSxNQUFNLElBQUksQ0FBQyxFQUFFLE9BQU8sQ0FBQyxFQUFFLE9BQU8sTUFBTSxXQUFXLG1CQUFtQjtBQUNwRyxVQUFNLENBQUMsVUFBVSxJQUFJLE1BQU0sV0FBVyxrQkFBa0IsTUFBTyxLQUFLLEVBQUUsU0FBUyxJQUFJLEtBQUssSUFBSSxNQUFVO0FBQ3RHLElBQU8sV0FBRyxVQUFVO0FBQ3BCLElBQU8sY0FBTSxXQUFXLE1BQU0sTUFBTSxNQUFNLENBQUM7QUFDM0MsSUFBTyxjQUFNLFdBQVcsU0FBUyxvQkFBb0I7QUFDckQsSUFBTyxrQkFBVSxNQUFNLE9BQU8sYUFBYSxHQUFHLENBQUMsUUFBUSxDQUFDO0FBQ3hELFVBQU0sT0FBTyxJQUFJO0FBQ2pCLFVBQU0sV0FBVyxpQkFBaUIsTUFBTSxLQUFLLEVBQUUsV0FBVyxDQUFDO0FBQUEsRUFDN0QsQ0FBQztBQUVELEtBQUcsc0RBQXNELFlBQVk7QUFDbkUsVUFBTSxFQUFFLFdBQVcsSUFBSSxNQUFNLElBQUk7QUFDakMsVUFBTSxPQUFPLE1BQU0sV0FBVyxRQUFRLE9BQU8sRUFBRSxJQUFJLFNBQVMsR0FBRyxRQUFRO0FBQ3ZFLElBQU87QUFBQSxNQUNMLE1BQU0sS0FBSyxDQUFDLEVBQUUsT0FBTyxPQUFPLE1BQU0sT0FBTyxTQUFTLGdCQUFnQix3QkFBd0IsS0FBSyxVQUFVLEVBQUUsQ0FBQztBQUFBLElBQzlHO0FBQ0EsVUFBTSxNQUFNLGVBQWUsa0RBQWtEO0FBQzdFLFVBQU0sTUFBTSxNQUFNLFdBQVcsWUFBWSxhQUFhLE1BQU0sTUFBTSxHQUFHLEtBQUssQ0FBQyxFQUFFLEtBQUssTUFBTSxTQUFTLGNBQWMsQ0FBQztBQUNoSCxJQUFPLGNBQU0sSUFBSSxPQUFPLHlCQUF5QjtBQUNqRCxVQUFhLGlCQUFTLGVBQWUsa0NBQWtDLEVBQUUsUUFBUSxPQUFPLEVBQUUsS0FBSyxNQUFNLElBQUksQ0FBQztBQUMxRyxVQUFNLFNBQVMsTUFBTSxXQUFXLG9CQUFvQixNQUFhLGVBQU8sZ0JBQWdCO0FBQ3hGLElBQU8sY0FBTSxPQUFPLFNBQVMsSUFBSSxTQUFTLEdBQUcsTUFBTSxJQUFJLEVBQUUsU0FBUyxDQUFDO0FBQ25FLElBQU8sY0FBTSxPQUFPLFNBQVMsUUFBUSxHQUFHLHFCQUFxQjtBQUM3RCxVQUFNLE9BQU8sU0FBUyxLQUFLO0FBQzNCLFVBQU0sV0FBVyxtQkFBbUIsTUFBTSxJQUFJLGVBQWUsQ0FBQztBQUM5RCxVQUFNLFNBQVM7QUFDZixVQUFNLE9BQU8sSUFBSTtBQUNqQixVQUFNLE9BQU8sYUFBYTtBQUMxQixVQUFNLFdBQVcsaUJBQWlCLFlBQVksQ0FBRSxNQUFNLElBQUksZUFBZSxDQUFFO0FBQUEsRUFDN0UsQ0FBQztBQUNIOzs7QUM1REEsSUFBQUMsVUFBd0I7QUFDeEIsSUFBQUMsVUFBd0I7QUFJeEIsSUFBTSxRQUFRO0FBQUEsRUFDWix1QkFBdUI7QUFBQSxFQUN2QixpQkFBaUI7QUFBQSxFQUNqQixpQkFBaUI7QUFBQSxFQUNqQixrQkFBa0I7QUFBQSxFQUNsQiw2QkFDRTtBQUFBLEVBQ0YsZ0NBQ0U7QUFDSjtBQUVBLElBQU0sUUFBUSxPQUFPLEtBQUssS0FBSztBQUUvQixlQUFlLGFBQTRCO0FBQ3pDLFFBQU0sTUFBTTtBQUNaLGFBQVcsQ0FBQyxNQUFNLElBQUksS0FBSyxPQUFPLFFBQVEsS0FBSyxHQUFHO0FBQ2hELFVBQWEsa0JBQVUsR0FBRyxVQUFVLE1BQU0sSUFBSSxHQUFHLElBQUksWUFBWSxFQUFFLE9BQU8sSUFBSSxDQUFDO0FBQUEsRUFDakY7QUFDRjtBQUVBLGVBQWUsY0FBNkI7QUFDMUMsYUFBVyxRQUFRLENBQUMsVUFBVSxTQUFTLEVBQUcsT0FBYSxrQkFBVSxHQUFHLE9BQU8sTUFBTSxJQUFJLEdBQUcsRUFBRSxXQUFXLEtBQUssQ0FBQztBQUM3RztBQUVBLGVBQWUsT0FBTyxNQUFjLE1BQWMsV0FBbUIsTUFBNkM7QUFDaEgsUUFBTSxNQUFNLE1BQU0sSUFBSTtBQUN0QixRQUFhLGtCQUFVLGlCQUFpQixHQUFHO0FBQzNDLFFBQU0sS0FBSyxJQUFXLGlCQUFTLE1BQU0sU0FBUztBQUM5QyxTQUFjLGlCQUFTLGVBQWUsd0NBQXdDLEtBQUssSUFBSSxJQUFJO0FBQzdGO0FBRUEsZUFBZSxRQUFvQztBQUNqRCxRQUFNLFlBQVksTUFBTSxRQUFRLElBQUksTUFBTSxJQUFJLENBQUMsU0FBZ0Isa0JBQVUsaUJBQWlCLE1BQU0sSUFBSSxDQUFDLENBQUMsQ0FBQztBQUN2RyxTQUFPLFVBQVUsSUFBSSxDQUFDLGFBQWEsU0FBUyxRQUFRLENBQUM7QUFDdkQ7QUFFTyxTQUFTLGNBQW9CO0FBQ2xDLFNBQU8sVUFBVTtBQUNqQixRQUFNLFdBQVc7QUFDakIsWUFBVSxRQUFRO0FBRWxCLEtBQUcscUVBQXFFLFlBQVk7QUFDbEYsVUFBTUMsVUFBUyxNQUFNLE1BQU07QUFDM0IsVUFBTSxPQUFPLE1BQU0sV0FBVyxnQkFBZ0IsWUFBWTtBQUN4RCxZQUFNLFFBQVEsTUFBTSxPQUFPLHVCQUF1QixHQUFHLEdBQUcsY0FBYztBQUN0RSxhQUFPLE1BQU0sU0FBUyxNQUFNLFNBQVMsUUFBUTtBQUFBLElBQy9DLENBQUM7QUFFRCxJQUFPLFdBQUcsTUFBYSxrQkFBVSxVQUFVLElBQUksQ0FBQztBQUNoRCxVQUFNQyxTQUFRLE1BQU0sTUFBTTtBQUMxQixJQUFPO0FBQUEsTUFDTEE7QUFBQSxNQUNBRCxRQUFPLElBQUksQ0FBQyxTQUFTLEtBQUssV0FBVyxrQkFBa0IsY0FBYyxDQUFDO0FBQUEsSUFDeEU7QUFDQSxVQUFNLE9BQU8sTUFBTSxXQUFXLGdCQUFnQixZQUFZO0FBQ3hELFlBQU0sUUFBUSxNQUFNLE9BQU8saUJBQWlCLEdBQUcsSUFBSSxnQkFBZ0I7QUFDbkUsYUFBTyxNQUFNLFNBQVMsTUFBTSxTQUFTLFFBQVE7QUFBQSxJQUMvQyxDQUFDO0FBQ0QsSUFBTyxXQUFHLE1BQWEsa0JBQVUsVUFBVSxJQUFJLENBQUM7QUFDaEQsSUFBTyxrQkFBVSxNQUFNLE1BQU0sR0FBR0EsT0FBTTtBQUN0QyxVQUFhLGtCQUFVLFFBQVE7QUFBQSxFQUNqQyxDQUFDO0FBRUQsS0FBRyx1REFBdUQsWUFBWTtBQUNwRSxVQUFNLFVBQVUsQ0FBQyxNQUFjLE1BQWMsY0FDcEMsaUJBQVMsZUFBZSx3QkFBd0IsTUFBTSxJQUFJLEdBQUcsSUFBVyxpQkFBUyxNQUFNLFNBQVMsQ0FBQztBQUMxRyxVQUFhLGtCQUFVLGlCQUFpQixNQUFNLGVBQWUsQ0FBQztBQUM5RCxJQUFPLGVBQU8sTUFBTSxRQUFRLGlCQUFpQixHQUFHLEVBQUUsR0FBRyxhQUFhLGdCQUFnQjtBQUNsRixVQUFhLGdCQUFRLE1BQU0sT0FBTyxpQkFBaUIsR0FBRyxJQUFJLEtBQUssR0FBRyxxQkFBcUI7QUFDdkYsVUFBYSxnQkFBUSxNQUFNLE9BQU8saUJBQWlCLEdBQUcsSUFBSSxVQUFVLEdBQUcsNEJBQTRCO0FBQ25HLFVBQWEsZ0JBQVEsTUFBTSxPQUFPLHVCQUF1QixHQUFHLEdBQUcsYUFBYSxHQUFHLGdDQUFnQztBQUFBLEVBQ2pILENBQUM7QUFDSDs7O0FDN0VBLElBQUFFLFVBQXdCO0FBQ3hCLElBQUFDLFVBQXdCOzs7QUNEeEIsSUFBQUMsVUFBd0I7QUFVakIsU0FBUyxXQUFXLEVBQUUsUUFBQUMsU0FBUSxLQUFLLEdBQXlCO0FBQ2pFLFFBQU0sU0FBUyxLQUFLLFNBQVMsVUFBYyxLQUFLLGFBQWEsVUFBYSxLQUFLLFNBQVMsU0FBUztBQUNqRyxRQUFNLE9BQU8sSUFBVyxpQkFBUyxLQUFLLE9BQU8sUUFBUSxNQUFNLE1BQU0sQ0FBQztBQUNsRSxPQUFLLEtBQUssR0FBR0EsUUFBTyxTQUFTLENBQUM7QUFBQSxFQUFLLEtBQUssRUFBRTtBQUMxQyxNQUFJLEtBQUssZ0JBQWdCLE9BQVcsTUFBSyxjQUFjLEtBQUs7QUFDNUQsTUFBSSxLQUFLLFNBQVMsT0FBVyxNQUFLLFdBQVcsSUFBVyxrQkFBVSxLQUFLLE1BQU0sUUFBUSxJQUFJLENBQUM7QUFDMUYsT0FBSyxVQUFVLFVBQVUsSUFBSTtBQUM3QixPQUFLLGVBQWUsVUFBVSxNQUFNLE1BQU07QUFDMUMsT0FBSywyQkFBMkIsRUFBRSxPQUFPLE9BQU8sSUFBSSxHQUFHLE1BQU0sV0FBVztBQUV4RSxNQUFJLENBQUMsVUFBVSxLQUFLLGFBQWEsVUFBYSxLQUFLLFNBQVMsU0FBUyxJQUFJO0FBQ3ZFLFNBQUssVUFBVSxFQUFFLFNBQVMsZUFBZSxPQUFPLFFBQVEsV0FBVyxjQUFjQSxTQUFRLEtBQUssUUFBUSxFQUFFO0FBQUEsRUFDMUc7QUFDQSxTQUFPO0FBQ1Q7QUFHTyxTQUFTLGNBQWNBLFNBQW9CLE9BQWdFO0FBQ2hILFFBQU0sRUFBRSxNQUFNLFFBQVEsVUFBVSxJQUFJO0FBQ3BDLFFBQU0sWUFBWSxJQUFXLGNBQU0sTUFBTSxRQUFRLE1BQU0sS0FBSyxJQUFJLFFBQVEsU0FBUyxDQUFDO0FBQ2xGLFNBQU8sQ0FBUSxZQUFJLFNBQVNBLFNBQVEsTUFBTSxJQUFJLEdBQUcsRUFBRSxXQUFXLFNBQVMsS0FBSyxDQUFDO0FBQy9FO0FBRUEsU0FBUyxRQUFRLE1BQWdCLFFBQWtEO0FBQ2pGLE1BQUksQ0FBQyxPQUFRLFFBQWMsaUNBQXlCO0FBQ3BELFNBQU8sS0FBSyxhQUFhLE9BQWMsaUNBQXlCLFdBQWtCLGlDQUF5QjtBQUM3RztBQUVBLFNBQVMsUUFBUSxNQUErQztBQUM5RCxTQUFPLEtBQUssU0FBUyxZQUFZLElBQVcsbUJBQVcsd0JBQXdCLElBQUk7QUFDckY7QUFFQSxTQUFTLFVBQVUsTUFBNEQ7QUFDN0UsTUFBSSxLQUFLLFlBQVksT0FBVyxRQUFPO0FBRXZDLFNBQU8sSUFBVyx1QkFBZSxLQUFLLFNBQVMsSUFBSTtBQUNyRDtBQUVBLFNBQVMsVUFBVSxNQUFnQixRQUF5QjtBQUMxRCxRQUFNLFFBQWtCLENBQUMsS0FBSyxJQUFJO0FBQ2xDLE1BQUksT0FBUSxPQUFNLEtBQUssUUFBUTtBQUMvQixNQUFJLEtBQUssYUFBYSxPQUFXLE9BQU0sS0FBSyxPQUFPO0FBQ25ELE1BQUksS0FBSyxTQUFTLE9BQVcsT0FBTSxLQUFLLE1BQU07QUFDOUMsTUFBSSxLQUFLLFNBQVMsT0FBVyxPQUFNLEtBQUssTUFBTTtBQUM5QyxTQUFPLE1BQU0sS0FBSyxHQUFHO0FBQ3ZCO0FBRUEsU0FBUyxPQUFPLE1BQXdCO0FBQ3RDLFFBQU0sT0FBTyxLQUFLLGdCQUFnQixTQUFZLEtBQUssUUFBUSxHQUFHLEtBQUssS0FBSyxLQUFLLEtBQUssV0FBVztBQUM3RixTQUFPLEtBQUssU0FBUyxZQUFZLFlBQVksSUFBSSxLQUFLO0FBQ3hEOzs7QUR2RE8sU0FBUyxZQUFrQjtBQUNoQyxZQUFVLFFBQVE7QUFFbEIsS0FBRyx3REFBd0QsWUFBWTtBQUNyRSxJQUFPLGtCQUFVLE1BQU0sT0FBTyxhQUFhLEdBQUcsQ0FBQyxRQUFRLENBQUM7QUFDeEQsSUFBTyxrQkFBVSxNQUFNLE9BQU8sVUFBVSxHQUFHLENBQUMsWUFBWSxtQkFBbUIsQ0FBQztBQUM1RSxVQUFNLFlBQVksTUFBTSxNQUFNLEdBQUcsT0FBTyxDQUFDLEVBQUUsS0FBSyxNQUFNLFNBQVMsVUFBVSxFQUFFLElBQUksQ0FBQyxFQUFFLFNBQVMsTUFBTSxRQUFRO0FBQ3pHLElBQU8sV0FBRyxTQUFTLEtBQUssQ0FBQyxVQUFVLE9BQU8sU0FBUyxrQkFBa0IsTUFBTSxTQUFTLENBQUMsQ0FBQztBQUN0RixJQUFPLFdBQUcsU0FBUyxLQUFLLENBQUMsVUFBVSxPQUFPLFNBQVMsZ0JBQWdCLE1BQU0sU0FBUyxDQUFDLENBQUM7QUFBQSxFQUN0RixDQUFDO0FBRUQsS0FBRyxtRkFBbUYsWUFBWTtBQUNoRyxVQUFNLEVBQUUsS0FBSyxJQUFJLE1BQU0sSUFBSTtBQUMzQixVQUFNLE1BQU0sT0FBTyxVQUVmLE1BQU0sUUFBUSxJQUFJLEtBQUssSUFBSSxPQUFPLFFBQVEsQ0FBQyxLQUFLLFlBQVksR0FBRyxHQUFHLEdBQUksTUFBTSxJQUFJLE1BQU0sS0FBSyxZQUFZLEdBQUcsQ0FBQyxDQUFFLENBQUMsQ0FBQyxHQUMvRyxLQUFLO0FBQ1QsVUFBTSxNQUFNO0FBQ1osVUFBTSxRQUFRLE1BQU0sSUFBSSxNQUFNLEtBQUssWUFBWSxDQUFDO0FBQ2hELElBQU8sV0FBRyxNQUFNLFNBQVMsQ0FBQztBQUMxQixJQUFPLGNBQU0sSUFBSSxJQUFJLE1BQU0sSUFBSSxDQUFDLEVBQUUsR0FBRyxNQUFNLEVBQUUsQ0FBQyxFQUFFLE1BQU0sTUFBTSxNQUFNO0FBQ2xFLGVBQVcsUUFBUSxPQUFPO0FBQ3hCLE1BQU8sV0FBRyxLQUFLLG9CQUEyQixtQkFBVyxHQUFHLEtBQUssS0FBSyxjQUFjO0FBQ2hGLE1BQU8sV0FBRyxLQUFLLDBCQUEwQixPQUFPLEdBQUcsS0FBSyxLQUFLLHNCQUFzQjtBQUFBLElBQ3JGO0FBQUEsRUFDRixDQUFDO0FBRUQsS0FBRyx3Q0FBd0MsWUFBWTtBQUNyRCxVQUFNLFFBQVEsTUFBTSxNQUFNLEdBQUcsS0FBSyxDQUFDLEVBQUUsTUFBTSxTQUFTLE1BQU0sU0FBUyxVQUFVLFVBQVUsS0FBSyxTQUFTLFNBQVMsQ0FBQztBQUMvRyxJQUFPLFdBQUcsSUFBSTtBQUNkLFVBQU0sRUFBRSxRQUFRLElBQUksV0FBVyxFQUFFLFFBQVEsT0FBTyxFQUFFLEtBQUssTUFBTSxLQUFLLENBQUM7QUFDbkUsSUFBTyxXQUFHLE9BQU87QUFDakIsVUFBYSxpQkFBUyxlQUFlLFFBQVEsU0FBUyxHQUFJLFFBQVEsYUFBYSxDQUFDLENBQUU7QUFDbEYsVUFBTSxTQUFTLE1BQU0sV0FBVyxjQUFjLE1BQWEsZUFBTyxnQkFBZ0I7QUFDbEYsSUFBTyxjQUFNLE9BQU8sU0FBUyxJQUFJLFNBQVMsR0FBRyxNQUFNLDBCQUEwQixFQUFFLFNBQVMsQ0FBQztBQUN6RixJQUFPLGNBQU0sT0FBTyxTQUFTLFFBQVEsT0FBTyxTQUFTLEdBQUcsc0JBQXNCO0FBQUEsRUFDaEYsQ0FBQztBQUVELEtBQUcsdUVBQXVFLFlBQVk7QUFDcEYsVUFBTSxXQUFXLE1BQWEsa0JBQVUsaUJBQWlCLE1BQU0sWUFBWSxDQUFDO0FBQzVFLFVBQWEsZUFBTyxpQkFBaUIsUUFBUTtBQUM3QyxVQUFNLEtBQUssVUFBVSwrQ0FBK0M7QUFDcEUsVUFBTSxXQUFXLG9CQUFvQixhQUFhLE1BQU0sT0FBTyxVQUFVLEdBQUcsU0FBUyxhQUFhLENBQUM7QUFDbkcsVUFBTSxTQUFTO0FBQ2YsVUFBTSxXQUFXLGlCQUFpQixZQUFZLEVBQUUsTUFBTSxPQUFPLFVBQVUsR0FBRyxTQUFTLGFBQWEsQ0FBQztBQUFBLEVBQ25HLENBQUM7QUFFRCxLQUFHLHVEQUF1RCxZQUFZO0FBQ3BFLFVBQU0sUUFBUSxJQUFJLFlBQVksRUFBRSxPQUFPLDRDQUE0QztBQUNuRixVQUFhLGtCQUFVLEdBQUcsVUFBVSxNQUFNLGtCQUFrQixHQUFHLEtBQUs7QUFDcEUsVUFBTSxXQUFXLGdCQUFnQixhQUFhLE1BQU0sT0FBTyxVQUFVLEdBQUcsU0FBUyxVQUFVLENBQUM7QUFDNUYsVUFBYSxrQkFBVSxHQUFHLE9BQU8sTUFBTSxLQUFLLEdBQUcsRUFBRSxXQUFXLEtBQUssQ0FBQztBQUNsRSxVQUFNLFdBQVcsZ0JBQWdCLFlBQVksRUFBRSxNQUFNLE9BQU8sVUFBVSxHQUFHLFNBQVMsVUFBVSxDQUFDO0FBQUEsRUFDL0YsQ0FBQztBQUNIOzs7QVRqREEsSUFBTSxTQUErQztBQUFBLEVBQ25ELGlCQUFpQjtBQUFBLEVBQ2pCLFlBQVk7QUFBQSxFQUNaLGFBQWE7QUFBQSxFQUNiLGtCQUFrQjtBQUFBLEVBQ2xCLGdCQUFnQjtBQUFBLEVBQ2hCLDJCQUEyQjtBQUFBLEVBQzNCLGdCQUFnQjtBQUNsQjtBQUdBLGVBQXNCLE1BQXFCO0FBQ3pDLFFBQU0sUUFBa0IsQ0FBQztBQUN6QixRQUFNLFNBQVMsRUFBRSxRQUFRLEdBQUcsUUFBUSxFQUFFO0FBQ3RDLE1BQUk7QUFDRixVQUFNLFNBQVMsT0FBTyxNQUFNO0FBQUEsRUFDOUIsU0FBUyxPQUFPO0FBQ2QsV0FBTyxVQUFVO0FBQ2pCLFVBQU0sS0FBSywrQkFBK0IsT0FBTyxLQUFLLENBQUMsRUFBRTtBQUFBLEVBQzNEO0FBRUEsUUFBTSxPQUFPLFFBQVEsSUFBSSxjQUFjO0FBQ3ZDLE1BQUksU0FBUyxPQUFXLG1DQUFjLE1BQU0sS0FBSyxVQUFVLEVBQUUsR0FBRyxRQUFRLE1BQU0sQ0FBQyxDQUFDO0FBQ2hGLE1BQUksT0FBTyxTQUFTLEtBQUssT0FBTyxXQUFXLEVBQUcsT0FBTSxJQUFJLE1BQU0sTUFBTSxLQUFLLElBQUksQ0FBQztBQUNoRjtBQUVBLGVBQWUsU0FBUyxPQUFpQixRQUEyRDtBQUNsRyxRQUFNLEVBQUUsU0FBUyxZQUFZLElBQUksTUFBTSxPQUFPLE9BQU87QUFFckQsUUFBTSxXQUFXLFlBQVksVUFBVTtBQUN2QyxRQUFNLFFBQVEsSUFBSSxZQUFZLEVBQUUsSUFBSSxPQUFPLFNBQVMsS0FBUSxVQUFVLFlBQVksS0FBSyxDQUFDO0FBQ3hGLFFBQU0sTUFBTSxLQUFLLGVBQWUsWUFBWSxJQUFJLEtBQUs7QUFDckQsYUFBVyxDQUFDLE9BQU8sS0FBSyxLQUFLLE9BQU8sUUFBUSxNQUFNLEVBQUcsVUFBUyxPQUFPLEtBQUs7QUFDMUUsUUFBTSxJQUFJLFFBQWMsQ0FBQyxZQUFZO0FBQ25DLFVBQU0sU0FBUyxNQUFNLElBQUksTUFBTSxRQUFRLENBQUM7QUFDeEMsV0FBTyxHQUFHLFNBQVMsQ0FBQyxFQUFFLE1BQU0sTUFBbUI7QUFDN0MsWUFBTSxLQUFLLEtBQUs7QUFBQSxJQUNsQixDQUFDO0FBQ0QsV0FBTyxHQUFHLFFBQVEsQ0FBQyxTQUFxQjtBQUN0QyxhQUFPLFVBQVU7QUFDakIsWUFBTSxLQUFLLFlBQU8sS0FBSyxLQUFLLEtBQUssS0FBSyxRQUFRLE1BQU07QUFBQSxJQUN0RCxDQUFDO0FBQ0QsV0FBTyxHQUFHLFFBQVEsQ0FBQyxNQUFrQixVQUFtQjtBQUN0RCxhQUFPLFVBQVU7QUFDakIsWUFBTSxLQUFLLFlBQU8sS0FBSyxLQUFLLElBQUksT0FBTyxLQUFLLENBQUM7QUFBQSxJQUMvQyxDQUFDO0FBQUEsRUFDSCxDQUFDO0FBQ0g7QUFFQSxTQUFTLE9BQU8sT0FBd0I7QUFDdEMsU0FBTyxpQkFBaUIsUUFBUyxNQUFNLFNBQVMsTUFBTSxVQUFXLE9BQU8sS0FBSztBQUMvRTsiLAogICJuYW1lcyI6IFsiYXNzZXJ0IiwgInZzY29kZSIsICJhc2siLCAiYXNzZXJ0IiwgInZzY29kZSIsICJhc3NlcnQiLCAidnNjb2RlIiwgImFzc2VydCIsICJ2c2NvZGUiLCAiYXNzZXJ0IiwgInZzY29kZSIsICJhc3NlcnQiLCAidnNjb2RlIiwgImJlZm9yZSIsICJhZnRlciIsICJhc3NlcnQiLCAidnNjb2RlIiwgInZzY29kZSIsICJmb2xkZXIiXQp9Cg==
