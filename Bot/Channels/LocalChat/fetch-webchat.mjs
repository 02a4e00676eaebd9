// Fetches dist/webchat.js of npm's botframework-webchat, checks it against its hash, and keeps it compressed.
// node fetch-webchat.mjs VERSION SHA256 FILE.js.gz   A failure is one line on standard output and exit code 1.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const [version, sha256, target] = process.argv.slice(2);
const folder = dirname(target);
const archive = join(folder, `botframework-webchat-${version}.tgz`);

const fail = why => {
  console.log(why);
  process.exit(1);
};

// Tar: 512-byte headers, the name at 0, the size in octal at 124, the content padded to 512.
const fileInTar = (tar, name) => {
  for (let at = 0; at + 512 <= tar.length;) {
    const text = (from, length) => tar.toString('utf8', at + from, at + from + length).split('\0')[0];
    const size = parseInt(text(124, 12), 8) || 0;
    if (text(0, 100) === name) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
};

try {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(archive)) {
    const npm = spawnSync('npm', ['pack', `botframework-webchat@${version}`, '--fetch-retries=0', '--ignore-scripts', '--silent'], {
      cwd: folder, stdio: 'ignore', timeout: 20_000, killSignal: 'SIGKILL', shell: process.platform === 'win32',
    });
    if (npm.error?.code === 'ETIMEDOUT') fail('npm took longer than 20 s');
    if (npm.error) fail('npm is not there');
    if (npm.status !== 0 || !existsSync(archive)) fail('npm could not fetch it');
  }
  const script = fileInTar(gunzipSync(readFileSync(archive)), 'package/dist/webchat.js');
  rmSync(archive);
  if (!script) fail('the file is not in the package');
  if (createHash('sha256').update(script).digest('hex') !== sha256) fail('the file is not the one that is expected');
  writeFileSync(`${target}.new`, gzipSync(script, { level: 9 }));
  renameSync(`${target}.new`, target);
} catch (error) {
  rmSync(archive, { force: true });
  fail(error.code ?? error.message);
}
