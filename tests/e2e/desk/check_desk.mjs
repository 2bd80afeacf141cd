// One part of the tests of the desk, in Chromium; ends with 1 and a line for each thing that is wrong.
//   node check_desk.mjs FOLDER CONGLANG SERVER SOURCE MODULES PART
import { open_browser } from './browser.mjs';
import { Server } from './server.mjs';
import { publish_part } from './publish_part.mjs';
import { emergency_part } from './emergency_part.mjs';
import { files_part } from './files_part.mjs';
import { fleet_part } from './fleet_part.mjs';
import { markup_part } from './markup_part.mjs';
import { keyboard_part } from './keyboard_part.mjs';
import { kinds_part } from './kinds_part.mjs';
import { office_part } from './office_part.mjs';
import { pages_part } from './pages_part.mjs';
import { caddy_part, nginx_part, proxy_options } from './proxy_part.mjs';
import { recordings_part } from './recordings_part.mjs';
import { tool_part } from './tool_part.mjs';
import { workflow_part } from './workflow_part.mjs';
import { writing_part } from './writing_part.mjs';

const PARTS = {
  publish: publish_part,
  recordings: recordings_part,
  pages: pages_part,
  writing: writing_part,
  keyboard: keyboard_part,
  markup: markup_part,
  nginx: nginx_part,
  caddy: caddy_part,
  files: files_part,
  fleet: fleet_part,
  kinds: kinds_part,
  office: office_part,
  emergency: emergency_part,
  workflow: workflow_part,
  tool: tool_part,
};

const [folder, conglang, program, source, modules, part] = process.argv.slice(2);
const server = new Server(folder, { conglang, program, source });
const chromium = await open_browser(modules);
try {
  server.make_repository();
  const options = ['nginx', 'caddy'].includes(part) ? await proxy_options() : {};
  await server.start(options.words);
  await PARTS[part](server, chromium, options);
} catch (error) {
  chromium.problems.push(error.stack);
} finally {
  await chromium.close();
  await server.stop();
}
for (const problem of chromium.problems) console.error(problem);
process.exit(chromium.problems.length === 0 ? 0 : 1);
