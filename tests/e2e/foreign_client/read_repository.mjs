// A client that shares no line with ours reads a repository tree over HTTP: tuf-js's Updater, given the first root.
// Usage: read_repository.mjs TUF_JS_FOLDER URL ROOT WORK [TARGET...]
// Prints a line of JSON a target, {"path", "sha256", "bytes"}, or the error's name and message with status 1.

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [packages, url, root, work, ...targets] = process.argv.slice(2);
const { Updater } = createRequire(join(packages, 'package.json'))('tuf-js');

const metadataDir = join(work, 'metadata');
const targetDir = join(work, 'targets');
for (const folder of [metadataDir, targetDir]) mkdirSync(folder, { recursive: true });
copyFileSync(root, join(metadataDir, 'root.json'));

try {
  const updater = new Updater({
    metadataDir,
    targetDir,
    metadataBaseUrl: `${url}/metadata`,
    targetBaseUrl: `${url}/targets`,
    config: { fetchRetries: 0 },
  });
  await updater.refresh();
  for (const path of targets) {
    const info = await updater.getTargetInfo(path);
    if (!info) throw new Error(`${path}: no role signs it`);
    const bytes = readFileSync(await updater.downloadTarget(info));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    console.log(JSON.stringify({ path, sha256, bytes: bytes.length }));
  }
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
  process.exit(1);
}
