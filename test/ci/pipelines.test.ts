import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isId } from '../../src/workspace/ids.ts';

interface Yaml {
  [key: string]: Yaml;
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accountpress-ci-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function pipeline(file: string): Yaml {
  return parse(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true }) as Yaml;
}

const steps = (job: Yaml): Yaml[] => Object.values(job['steps']!);

function scripts(job: Yaml): string {
  return steps(job)
    .map((step) => `${step['run'] ?? ''} ${step['uses'] ?? ''}`)
    .join('\n');
}

describe('.ci/run', () => {
  /** Runs it in a project whose `npm` writes down its calls and leaves the given test results. */
  function run(npm: string, results: unknown): Promise<{ code: number; lines: string[]; calls: string[] }> {
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    cpSync('.ci/run', path.join(folder, '.ci/run'));
    writeFileSync(path.join(folder, 'results.json'), JSON.stringify(results));
    writeFileSync(
      path.join(bin, 'npm'),
      `#!/bin/sh\necho "$CI $*" >>calls\nmkdir -p .accountpress\n` +
        `[ "$1" = test ] && cp results.json .accountpress/test-results.json\n${npm}\n`,
    );
    chmodSync(path.join(bin, 'npm'), 0o755);
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
    return new Promise((resolve) => {
      execFile(path.join(folder, '.ci/run'), { cwd: tmpdir(), env }, (error, stdout) => {
        resolve({
          code: error ? Number(error.code) : 0,
          lines: stdout.trim().split('\n'),
          calls: readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n'),
        });
      });
    });
  }

  const PASSED = { numPassedTests: 12, numFailedTests: 0, testResults: [{ status: 'passed', assertionResults: [] }] };

  it('installs, lints and runs exactly `npm test` from any folder, and ends with the count', async () => {
    const { code, lines, calls } = await run('echo summary', PASSED);
    expect(calls).toEqual(['true ci', 'true run lint', 'true test']);
    expect(lines.at(-2)).toBe('summary');
    expect(lines.at(-1)).toBe('12 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('fails when a test fails, and counts a test file that does not load', async () => {
    const failed = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    const unloaded = { status: 'failed', assertionResults: [] };
    const results = { numPassedTests: 3, numFailedTests: 1, testResults: [failed, unloaded] };
    const { code, lines } = await run('[ "$1" != test ]', results);
    expect(lines.at(-1)).toBe('3 passed, 2 failed');
    expect(code).toBe(1);
  });

  it('fails on lint alone, and still says what the tests say', async () => {
    const { code, lines } = await run('[ "$2" != lint ]', PASSED);
    expect(lines.at(-1)).toBe('12 passed, 0 failed');
    expect(code).toBe(1);
  });

  it('stops when the install fails', async () => {
    const { code, calls } = await run('[ "$1" != ci ]', PASSED);
    expect(calls).toEqual(['true ci']);
    expect(code).not.toBe(0);
  });
});

describe('.ci/dependencies', () => {
  /** Runs it where `npm ci` leaves what it is told to: the number of the install, or always the same. */
  function run(lock: string): { code: number | null; calls: string[]; stderr: string } {
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    cpSync('.ci/dependencies', path.join(folder, '.ci/dependencies'));
    writeFileSync(
      path.join(bin, 'npm'),
      `#!/bin/sh\necho "$*" >>calls\nmkdir -p node_modules\n[ "$1" != ci ] || echo "${lock}" >node_modules/.package-lock.json\n`,
    );
    writeFileSync(path.join(bin, 'git'), '#!/bin/sh\n');
    for (const name of ['npm', 'git']) chmodSync(path.join(bin, name), 0o755);
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
    const { status, stderr } = spawnSync(path.join(folder, '.ci/dependencies'), { cwd: tmpdir(), env });
    const calls = readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n');
    return { code: status, calls, stderr: String(stderr) };
  }

  it('installs twice and asks for known weaknesses', () => {
    const { code, calls } = run('same');
    expect(calls.filter((call) => call.startsWith('ci'))).toHaveLength(2);
    expect(calls.slice(-2)).toEqual(['audit --audit-level=low', 'audit signatures']);
    expect(code).toBe(0);
  });

  it('fails when two installs differ', () => {
    const { code, calls, stderr } = run('$(wc -l <calls)');
    expect(stderr).toContain('two installs of one lockfile differ');
    expect(calls.some((call) => call.startsWith('audit'))).toBe(false);
    expect(code).not.toBe(0);
  });
});

describe('GitHub', () => {
  it('tests on every push with both old and new Node', () => {
    const { on, jobs } = pipeline('.github/workflows/ci.yml');
    expect(Object.keys(on!)).toContain('push');
    expect(jobs!['test']!['strategy']!['matrix']!['node']).toEqual([20, 22]);
    expect(scripts(jobs!['test']!)).toContain('.ci/run');
    expect(scripts(jobs!['servers']!)).toContain('.ci/servers');
  });

  it('builds on the 4th of the month and by hand, in parts, and keeps one artifact per client', () => {
    const { on, jobs } = pipeline('.github/workflows/monthly-reports.yml');
    expect(on!['schedule']![0]!['cron']).toMatch(/^\d+ \d+ 4 \* \*$/);
    expect(on).toHaveProperty('workflow_dispatch');
    expect(scripts(jobs!['check']!)).toContain('npm run --silent check');
    const part = scripts(jobs!['part']!);
    expect(part.indexOf('npm ci')).toBeLessThan(part.indexOf('npm run build'));
    expect(part).toContain('--shard "$PART/$PARTS"');
    const cache = steps(jobs!['part']!).find(({ uses }) => String(uses).startsWith('actions/cache@'))!['with']!;
    expect(String(cache['key'])).toContain('${{ matrix.part }}-of-${{ needs.plan.outputs.count }}');
    const build = scripts(jobs!['build']!);
    expect(build.indexOf('npm run merge -- parts/* --out dist')).toBeGreaterThan(0);
    expect(build.indexOf('npm run merge')).toBeLessThan(build.indexOf('npm run seal -- dist'));
    const upload = steps(jobs!['client']!).at(-1)!['with']!;
    expect(upload).toMatchObject({ name: '${{ matrix.client }}', path: 'dist/reports/${{ matrix.client }}' });
  });

  it('puts one part together as it does many: each lies in a folder of its own, however it was downloaded', () => {
    const { part, build } = pipeline('.github/workflows/monthly-reports.yml')['jobs']!;
    const using = (job: Yaml, action: string) =>
      steps(job).find(({ uses }) => String(uses).startsWith(`actions/${action}@`))!['with']!;
    expect(scripts(part!)).toContain('--out "parts/$PART"');
    expect(using(part!, 'upload-artifact')['path']).toBe('parts');
    // Without it a single artifact is laid down another way than several.
    expect(using(build!, 'download-artifact')).toMatchObject({ path: 'parts', 'merge-multiple': true });
    expect(scripts(build!)).toContain('npm run merge -- parts/* ');
  });

  it('proves nothing where the parts could not be put together: what is wrong has been said by then', () => {
    const { build } = pipeline('.github/workflows/monthly-reports.yml')['jobs']!;
    const seal = steps(build!).find(({ run }) => String(run).includes('npm run seal'))!;
    expect(String(seal['if'])).toContain("hashFiles('dist/manifest.json') != ''");
    const script = Object.values(pipeline('.gitlab-ci.yml')['build']!['script']!).map(String);
    expect(script.indexOf('test -f dist/manifest.json')).toBe(script.findIndex((one) => one.includes('run seal')) - 1);
  });

  it('keeps nothing under a name a client may have: it would take the place of that client’s folder', () => {
    const { client, ...others } = pipeline('.github/workflows/monthly-reports.yml')['jobs']!;
    const names = (job: Yaml, action: string) =>
      steps(job)
        .filter(({ uses }) => String(uses).startsWith(`actions/${action}@`))
        .map(({ with: about }) => String(about!['name'] ?? about!['pattern']).replace('${{ matrix.part }}', '1'));
    const own = Object.values(others).flatMap((job) => names(job, 'upload-artifact'));
    expect(own).toHaveLength(3);
    for (const name of own) expect(isId(name), name).toBe(false);
    // What is read again is what was kept.
    expect(own).toContain(names(others['build']!, 'download-artifact')[0]!.replace('*', '1'));
    expect(own).toContain(names(client!, 'download-artifact')[0]);
  });

  it('can run any job again: what it leaves takes the place of what it left before', () => {
    for (const file of ['monthly-reports.yml', 'release.yml']) {
      const all = Object.values(pipeline(`.github/workflows/${file}`)['jobs']!).flatMap((job) =>
        job['steps'] ? steps(job) : [],
      );
      const uploads = all.filter(({ uses }) => String(uses).startsWith('actions/upload-artifact@'));
      expect(uploads.length).toBeGreaterThan(0);
      for (const { with: about } of uploads) expect(about!['overwrite'], String(about!['name'])).toBe(true);
    }
  });

  it('gives every part the same day, and a place of its own', () => {
    const { jobs } = pipeline('.github/workflows/monthly-reports.yml');
    const script = String(steps(jobs!['plan']!)[0]!['run']);
    const output = path.join(folder, 'output');
    const env = { ...process.env, GITHUB_OUTPUT: output, PARTS: '3', AS_OF: '' };
    execFileSync('bash', ['-euc', script], { env });
    const lines = readFileSync(output, 'utf8').trim().split('\n');
    expect(lines[0]).toMatch(/^as_of=\d{4}-\d{2}-\d{2}$/);
    expect(lines.slice(1)).toEqual(['count=3', 'parts=[1,2,3]']);
  });

  it.each([
    [2, 2],
    [256, 256],
    [257, 0],
  ])('makes of %i clients %i jobs: no more than a matrix may have', (clients, jobs) => {
    const step = steps(pipeline('.github/workflows/monthly-reports.yml')['jobs']!['build']!).find(
      ({ id }) => String(id) === 'clients',
    )!;
    for (let index = 1; index <= clients; index++) {
      mkdirSync(path.join(folder, `dist/reports/client-${index}`), { recursive: true });
    }
    const [output, summary] = [path.join(folder, 'output'), path.join(folder, 'summary')];
    const env = { ...process.env, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
    execFileSync('bash', ['-euc', String(step['run'])], { cwd: folder, env });
    const listed = /^clients=(.*)$/m.exec(readFileSync(output, 'utf8'))![1]!;
    expect(JSON.parse(listed)).toHaveLength(jobs);
    expect(existsSync(summary)).toBe(jobs === 0);
  });

  it('proves install, weaknesses and faults of every tag, and weaknesses every week', () => {
    const { on, jobs } = pipeline('.github/workflows/release.yml');
    expect(on).toMatchObject({ push: { tags: ['v*'] }, schedule: [{ cron: expect.stringMatching(/ \d$/) }] });
    expect(scripts(jobs!['dependencies']!)).toContain('.ci/dependencies');
    expect(scripts(jobs!['faults']!)).toContain('npm run test:faults');
  });

  it('puts what a person typed into scripts only through the environment', () => {
    for (const file of ['ci.yml', 'monthly-reports.yml', 'release.yml']) {
      for (const job of Object.values(pipeline(`.github/workflows/${file}`)['jobs']!)) {
        for (const step of steps(job)) expect(step['run'] ?? '').not.toContain('${{');
      }
    }
  });
});

describe('.ci/servers', () => {
  it('runs every test that is left out where a server of the system is missing', () => {
    const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.test.ts'),
    );
    const waiting = files
      .map((file) => path.posix.join('test', file))
      .filter((file) => /skipIf\(!?(hasNginx|EXIM)\b/.test(readFileSync(file, 'utf8')));
    expect(waiting.toSorted()).toEqual(['test/delivery/exim.test.ts', 'test/press/publishing.test.ts']);
    for (const file of waiting) expect(readFileSync('.ci/servers', 'utf8')).toContain(file);
  });
});

describe('GitLab', () => {
  it('runs every job in a stage it names, on a push or on the schedule', () => {
    const file = pipeline('.gitlab-ci.yml');
    const jobs = Object.entries(file).filter(([key]) => !/^(stages|default|variables|\..*)$/.test(key));
    expect(jobs.map(([name]) => name)).toEqual([
      'test',
      'servers',
      'dependencies',
      'faults',
      'check',
      'part',
      'build',
      'clients',
      'verdict',
    ]);
    for (const [name, job] of jobs) {
      expect(file['stages'], name).toContain(job['stage']);
      expect(['.on-push', '.on-release', '.on-schedule'], name).toContain(job['extends']);
    }
    expect(file['.on-schedule']!['rules']![0]!['if']).toContain('"schedule"');
  });

  it('divides the build among parallel jobs, each with its own cache, puts them together and proves them', () => {
    const { part, build } = pipeline('.gitlab-ci.yml');
    expect(Number(part!['parallel'])).toBeGreaterThan(1);
    expect(JSON.stringify(part)).toContain('--shard \\"$CI_NODE_INDEX/$CI_NODE_TOTAL\\"');
    expect(JSON.stringify(part!['cache'])).toContain('accountpress-$CI_NODE_INDEX-of-$CI_NODE_TOTAL');
    const script = Object.values(build!['script']!).join('\n');
    expect(script.indexOf('npm run merge -- parts/* --out dist')).toBeGreaterThan(0);
    expect(script.indexOf('npm run merge')).toBeLessThan(script.indexOf('npm run seal -- dist'));
  });

  it('proves install, weaknesses and faults of every tag', () => {
    const file = pipeline('.gitlab-ci.yml');
    expect(file['.on-release']!['rules']![0]!['if']).toContain('$CI_COMMIT_TAG');
    expect(file['dependencies']!['script']).toEqual(['.ci/dependencies']);
    expect(JSON.stringify(file['faults']!['script'])).toContain('npm run test:faults');
  });

  it('gets one job per client, each with that client’s folder only', () => {
    for (const client of ['hotel', 'dental-clinic', 'pages'])
      mkdirSync(path.join(folder, 'dist/reports', client), { recursive: true });
    const jobs = parse(execFileSync('.ci/client-jobs', [folder], { encoding: 'utf8' })) as Yaml;
    // A word of GitLab's own, such as `pages`, is no name of a job.
    expect(Object.keys(jobs)).toEqual(['reports of dental-clinic', 'reports of hotel', 'reports of pages']);
    expect(jobs['reports of hotel']).toMatchObject({
      needs: [{ pipeline: '$PARENT_PIPELINE_ID', job: 'build' }],
      script: ['test -f "dist/reports/hotel/index.html"'],
      artifacts: { name: 'hotel', paths: ['dist/reports/hotel'] },
    });
  });

  it('gets none when nothing was built, and says so', () => {
    expect(() => execFileSync('.ci/client-jobs', [folder], { stdio: 'pipe' })).toThrow('dist/reports holds no client');
  });
});
