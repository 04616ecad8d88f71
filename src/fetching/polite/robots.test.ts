import { expect, test } from 'vitest';
import { parseRobots } from './robots.ts';

const ROBOTS = `# ours
User-agent: Dateline
User-agent: other
Disallow: /private/
Allow: /private/open$
Disallow: /*.pdf$
Disallow: /search?q=
Crawl-delay: 2.5

User-agent: *
Disallow: /
`;

test.each([
  ['/', true],
  ['/private/a', false],
  ['/private/open', true],
  ['/private/opened', false],
  ['/a/b.pdf', false],
  ['/a/b.pdf?x', true],
  ['/search?q=hill', false],
])('%s: %s', (path, isAllowed) => {
  expect(parseRobots(ROBOTS, 'Dateline').allows(path)).toBe(isAllowed);
});

test('who is not named follows the rules for all', () => {
  expect(parseRobots(ROBOTS, 'Somebody').allows('/a')).toBe(false);
  expect(parseRobots(ROBOTS, 'Dateline').delay).toBe(2.5);
});

test('the longest rule decides, and of two alike the one that allows', () => {
  expect(parseRobots('User-agent: *\nDisallow: /a\nAllow: /a', 'x').allows('/a/b')).toBe(true);
  expect(parseRobots('User-agent: *\nAllow: /a\nDisallow: /a/b', 'x').allows('/a/b/c')).toBe(false);
});

test('an empty Disallow allows, and rubbish says nothing', () => {
  expect(parseRobots('User-agent: *\nDisallow:', 'x').allows('/a')).toBe(true);
  expect(parseRobots('<html>not found</html>\u0000', 'x').allows('/a')).toBe(true);
});

test('a rule made to take for ever does not', () => {
  const rule = `/${'*a'.repeat(900)}$`;
  const started = performance.now();
  expect(parseRobots(`User-agent: *\nDisallow: ${rule}`, 'x').allows(`/${'a'.repeat(5000)}b`)).toBe(true);
  expect(performance.now() - started).toBeLessThan(500);
});
