import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '../support/command.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';

const hasNginx = spawnSync('nginx', ['-v']).status === 0;
const hasGit = spawnSync('git', ['--version']).status === 0;

const BY_LINK = 'site-dew-k7vq2m9x4tr8w3hz6pbn';

/** The nth example of `docs/publishing.md`, word for word. */
async function example(number: number): Promise<string> {
  const text = await readFile(join(PROJECT, 'docs', 'publishing.md'), 'utf8');
  return [...text.matchAll(/```nginx\n([\s\S]*?)```/g)][number]![1]!;
}

/** Runs nginx with an example over a small output; returns what a reader gets. */
async function serve(number: number, replaced: Record<string, string> = {}) {
  const folder = await scratchFolder('nginx');
  const port = await freePort('127.0.0.1');
  await writeFiles(folder, [
    ['dist/manifest.json', '{}'],
    ['dist/seal.json', '{}'],
    ['dist/reports/alder/index.html', 'alder page'],
    ['dist/reports/birch/index.html', 'birch page'],
    [`dist/proposals/${BY_LINK}/index.html`, 'offer'],
    ['dist/proposals/site-internationalisation/index.html', 'offer without a key'],
    ['dist/proposals/retainer-harbour-and-heath/index.html', 'offer without a key'],
    ['dist/proposals/brief/index.html', 'brief'],
    ['clients/alder', `alder:${passwordHash('right')}\n`],
    ['logs/empty', ''],
  ]);
  const changes = {
    'listen 8080': `listen 127.0.0.1:${port}`,
    '/srv/dist': `${folder}/dist`,
    '/etc/nginx/clients': `${folder}/clients`,
    ...replaced,
  };
  const server = Object.entries(changes).reduce((text, [from, to]) => text.replaceAll(from, to), await example(number));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/logs/${name};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const config = `${user}\ndaemon off;\npid ${folder}/logs/pid;\nerror_log ${folder}/logs/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\n${server}}\n`;
  await writeFiles(folder, [['nginx.conf', config]]);
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'logs/error.log')]);
  onTestFinished(() => void nginx.kill('SIGTERM'));
  const get = (path: string, headers: Record<string, string> = {}) => ask(port, path, headers);
  await vi.waitFor(() => get('/'), { timeout: 50_000 });
  return get;
}

/** A request whose path is sent as it is written: `fetch` would take the dots out of it. */
function ask(port: number, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; text: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode!, text, headers: answer.headers }));
    });
    asked.on('error', reject).end();
  });
}

/** `{SSHA}`, which nginx checks by itself whatever the system's `crypt` knows. */
function passwordHash(password: string): string {
  const salt = Buffer.from('salt');
  const hash = createHash('sha1').update(password).update(salt).digest();
  return `{SSHA}${Buffer.concat([hash, salt]).toString('base64')}`;
}

const as = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

describe.skipIf(!hasNginx)('the nginx examples of docs/publishing.md', () => {
  it('give a client its own folder for its password, and nothing else to anybody', async () => {
    const get = await serve(0);
    const alder = as('alder', 'right');
    const page = await get('/reports/alder/', alder);
    expect(page).toMatchObject({ status: 200, text: 'alder page' });
    expect(page.headers['x-robots-tag']).toContain('noindex');
    const statuses: [string, Record<string, string>, number][] = [
      ['/reports/alder/', {}, 401],
      ['/reports/alder/', as('alder', 'wrong'), 401],
      ['/reports/alder', alder, 301],
      ['/reports/alder', {}, 401],
      ['/reports/birch/', alder, 403],
      ['/reports/alder/../birch/', alder, 403],
      ['/reports/alder/%2e%2e/birch/', alder, 403],
      ['/reports//birch/index.html', alder, 403],
      ['/reports/', alder, 404],
      ['/reports/Alder/', alder, 404],
      ['/manifest.json', alder, 404],
      ['/seal.json', alder, 404],
      ['/reports/alder/../../manifest.json', alder, 404],
      [`/proposals/${BY_LINK}/`, {}, 200],
      ['/proposals/brief/', {}, 200],
      [`/proposals/${BY_LINK}/../retainer-harbour-and-heath/`, {}, 404],
      ['/proposals/retainer-harbour-and-heath/', {}, 404],
      ['/proposals/site-internationalisation/', {}, 404],
      ['/proposals/', {}, 404],
    ];
    for (const [path, headers, status] of statuses) expect((await get(path, headers)).status, path).toBe(status);
  });

  it('ask the identity proxy for the group of the very client', async () => {
    const asked: string[] = [];
    const proxy = createServer((incoming, response) => {
      asked.push(incoming.url!);
      const group = new URL(incoming.url!, 'http://x').searchParams.get('allowed_groups');
      const signedIn = incoming.headers.cookie === 'who=alder';
      response.writeHead(
        incoming.url!.startsWith('/oauth2/sign_in') ? 200 : !signedIn ? 401 : group === 'client-alder' ? 202 : 403,
      );
      response.end(incoming.url!.startsWith('/oauth2/sign_in') ? 'sign in' : '');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const get = await serve(1, { '127.0.0.1:4180': `127.0.0.1:${port}` });
    expect(await get('/reports/alder/', { cookie: 'who=alder' })).toMatchObject({ status: 200, text: 'alder page' });
    expect((await get('/reports/birch/', { cookie: 'who=alder' })).status).toBe(403);
    expect((await get('/reports/alder/')).text).toBe('sign in');
    expect((await get('/manifest.json', { cookie: 'who=alder' })).status).toBe(404);
    expect(asked).toContain('/oauth2/auth?allowed_groups=client-alder');
    expect(asked).toContain('/oauth2/auth?allowed_groups=client-birch');
  });
});

describe.skipIf(!hasGit)('the job of docs/publishing.md that publishes a client to Pages', () => {
  const nobody = { HOME: '/nowhere', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] };
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', env: nobody });

  it('commits as it stands on a machine that knows nobody, takes what is gone away, and ends well when nothing changed', async () => {
    const text = await readFile(join(PROJECT, 'docs', 'publishing.md'), 'utf8');
    const job = /^publish-alder:\n[\s\S]*?(?=^```$)/m.exec(text)![0];
    const { script, needs, ...rest } = (parse(job) as Record<string, Record<string, string[]>>)['publish-alder']!;
    const pipeline = parse(await readFile(join(PROJECT, '.gitlab-ci.yml'), 'utf8')) as Record<string, unknown>;
    for (const name of [...needs!, String(rest['extends'])]) expect(pipeline).toHaveProperty([name]);
    expect(pipeline['stages']).toContain(rest['stage']);

    const folder = await scratchFolder('pages');
    const [seed, remote] = [join(folder, 'seed'), join(folder, 'alder.git')];
    git('init', '-q', '-b', 'main', seed);
    await writeFiles(seed, [
      ['public/gone.html', 'gone'],
      ['.gitlab-ci.yml', 'pages: {}'],
    ]);
    git('-C', seed, 'add', '-A');
    git('-C', seed, '-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-qm', 'first');
    git('clone', '-q', '--bare', seed, remote);
    for (const machine of ['first', 'second']) {
      await writeFiles(join(folder, machine), [['dist/reports/alder/index.html', 'alder page']]);
      const lines = script!.map((line) => line.replace(/"https:[^"]*"/, remote)).join('\n');
      execFileSync('sh', ['-ec', lines], { cwd: join(folder, machine), env: nobody, stdio: 'pipe' });
    }
    expect(git('-C', remote, 'ls-tree', '-r', '--name-only', 'main').trim().split('\n')).toEqual([
      '.gitlab-ci.yml',
      'public/index.html',
    ]);
    expect(git('-C', remote, 'rev-list', '--count', 'main').trim()).toBe('2');
  });
});
