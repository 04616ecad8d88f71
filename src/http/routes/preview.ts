import { z } from 'zod';
import { route } from '../route.ts';
import { ReportInput } from '../schemas/input.ts';

/** What a source holds, before it is filed. */
export const previewRoutes = [
  route({
    method: 'post',
    path: '/api/preview',
    id: 'preview',
    summary:
      'The reports of a web address, a feed or a file, filed nowhere: the first 25, and why others were refused.',
    body: z.union([
      z.object({ address: z.string().trim().min(1, { error: 'the address is empty' }) }),
      z.object({ name: z.string().min(1), base64: z.base64({ error: 'the bytes are not base64' }) }),
    ]),
    answer: z.object({
      reports: z.array(ReportInput),
      refused: z.array(z.object({ from: z.string(), why: z.string() })),
      more: z.boolean().describe('Whether it holds more than were taken.'),
    }),
    role: 'analyst',
    cost: 10,
    async use(_service, { body }) {
      // Formats are many, and loaded when first asked for.
      const { preview } = await import('../../dateline/intake/preview.ts');
      return 'address' in body
        ? preview(body)
        : preview({ name: body.name, bytes: Buffer.from(body.base64, 'base64') });
    },
  }),
];
