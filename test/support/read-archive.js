/** Takes in an archive and says how many reports it held, and the most memory that took (resident, in bytes). */
import { takeIn } from '../../dist/dateline/intake/index.js';

let reports = 0,
  refused = 0,
  letters = 0;
for await (const taken of takeIn(process.argv[2]))
  if (taken.kind === 'report') {
    reports++;
    letters += taken.input.text.length;
  } else refused++;
console.log(JSON.stringify({ reports, refused, letters, memory: process.resourceUsage().maxRSS * 1024 }));
