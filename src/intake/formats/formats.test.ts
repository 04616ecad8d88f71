import { describe, expect, test } from 'vitest';
import { IntakeError, readBytes, sniffFormat } from '../index.ts';
import { makePdf, pdfText } from '../testing/make-pdf.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const one = async (content: string | Uint8Array) =>
  (await readBytes(typeof content === 'string' ? bytes(content) : content))[0]!;

describe('ninjs', () => {
  const item = {
    uri: 'urn:newsml:ridge.example:20240302:7',
    pubstatus: 'usable',
    firstcreated: '2024-03-02T10:00:00Z',
    versioncreated: '2024-03-02T12:30:00+02:00',
    headline: 'Hill taken',
    byline: 'By Ada Brook and Ben Stone',
    provider: 'Ridge Wire',
    language: 'en-GB',
  };

  test('1.x: a plain text before the marked-up one', async () => {
    const read = await one(
      JSON.stringify({ ...item, body_text: 'Rebels took the hill.', body_xhtml: '<p>x</p>' }),
    );
    expect(read).toEqual({
      text: 'Rebels took the hill.',
      id: item.uri,
      title: 'Hill taken',
      outlet: 'Ridge Wire',
      published: '2024-03-02T10:00:00Z',
      updated: '2024-03-02T12:30:00+02:00',
      url: item.uri,
      language: 'en',
      authors: ['Ada Brook', 'Ben Stone'],
    });
  });

  test('1.x: XHTML becomes paragraphs', async () => {
    const { text } = await one(
      JSON.stringify({ ...item, body_xhtml: '<p>Rebels took the&nbsp;hill.</p><p>The army left.</p>' }),
    );
    expect(text).toBe('Rebels took the\u00a0hill.\n\nThe army left.');
  });

  test('2: headlines and bodies by role', async () => {
    const { headline: _, ...rest } = item;
    const read = await one(
      JSON.stringify({
        ...rest,
        headlines: [
          { role: 'short', value: 'Hill' },
          { role: 'main', value: 'Hill taken' },
        ],
        bodies: [{ role: 'main', contenttype: 'text/html', value: '<p>Rebels took the hill.</p>' }],
        infosources: [{ name: 'Harbour Wire' }],
        provider: undefined,
      }),
    );
    expect(read).toMatchObject({
      title: 'Hill taken',
      text: 'Rebels took the hill.',
      outlet: 'Harbour Wire',
    });
  });

  test('what the agency took back is refused, and so is an item without text', async () => {
    await expect(one(JSON.stringify({ ...item, pubstatus: 'canceled', body_text: 'x' }))).rejects.toThrow(
      '"canceled"',
    );
    await expect(one(JSON.stringify(item))).rejects.toThrow('the ninjs item has no text');
  });
});

describe('NewsML-G2', () => {
  const newsItem = (
    body: string,
    status = 'usable',
  ) => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:ridge.example:1" version="2" xml:lang="en">
  <itemMeta><provider qcode="nprov:RW"><name>Ridge Wire</name></provider><versionCreated>2024-03-02T12:00:00Z</versionCreated>
  <firstCreated>2024-03-02T10:00:00Z</firstCreated><pubStatus qcode="stat:${status}"/></itemMeta>
  <contentMeta><creator><name>Ada Brook</name></creator><headline>Hill taken</headline></contentMeta>
  <contentSet>${body}</contentSet></newsItem>`;
  const xhtml =
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p>Rebels took the hill &amp; the bridge.</p><p>The army left.</p></body></html></inlineXML>';

  test('an item with XHTML', async () => {
    expect(
      await one(`<?xml version="1.0" encoding="UTF-8"?>\n<!-- from the wire -->\n${newsItem(xhtml)}`),
    ).toEqual({
      text: 'Rebels took the hill & the bridge.\n\nThe army left.',
      id: 'urn:newsml:ridge.example:1',
      title: 'Hill taken',
      outlet: 'Ridge Wire',
      published: '2024-03-02T10:00:00Z',
      updated: '2024-03-02T12:00:00Z',
      url: 'urn:newsml:ridge.example:1',
      language: 'en',
      authors: ['Ada Brook'],
    });
  });

  test('a document that holds itself many times over is one report', async () => {
    const cut = '<nitf><body><body.content><p>The army left.</p>';
    expect(await readBytes(Buffer.from(`<?xml version="1.0"?>${cut.repeat(50)}`))).toHaveLength(1);
  });

  test('a message with several items: NITF, plain data, and one that was cancelled', async () => {
    const nitf =
      '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>x</hl1></hedline></body.head><body.content><p>The army left.</p></body.content></body></nitf></inlineXML>';
    const data = '<inlineData contenttype="text/plain">Rebels took the bridge.</inlineData>';
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${newsItem(nitf)}${newsItem(data)}${newsItem(data, 'canceled')}</itemSet></newsMessage>`;
    expect((await readBytes(bytes(message))).map(report => report.text)).toEqual([
      'The army left.',
      'Rebels took the bridge.',
    ]);
  });

  test('no entity of a document type is expanded', async () => {
    const bomb = `<!DOCTYPE newsItem [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${newsItem('<inlineData>Hill taken &b; &f;</inlineData>')}`;
    expect(sniffFormat(bytes(bomb))).toBe('newsml');
    const { text } = await one(bomb);
    expect(text).not.toMatch(/haha|root:/);
  });
});

describe('mail', () => {
  const head = [
    'From: "Ridge Wire Desk" <desk@ridge.example>',
    'To: you@desk.example',
    'Date: Sat, 02 Mar 2024 10:00:00 +0200',
    'Message-ID: <7@ridge.example>',
    'MIME-Version: 1.0',
  ];

  test('plain text, with its subject and sender', async () => {
    const mail = [
      ...head,
      'Subject: =?utf-8?q?Hill_taken_=E2=80=93_update?=',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Rebels took the =93hill=94 =',
      'on Saturday.',
      '',
    ];
    expect(await one(mail.join('\r\n'))).toEqual({
      text: 'Rebels took the “hill” on Saturday.',
      id: '7@ridge.example',
      title: 'Hill taken – update',
      outlet: 'Ridge Wire Desk',
      published: '2024-03-02T08:00:00.000Z',
    });
  });

  test('HTML in base64, where there is no plain text; the list is the outlet', async () => {
    const html = Buffer.from('<p>Rebels took the hill.</p><script>x</script><p>The army left.</p>').toString(
      'base64',
    );
    const mail = [
      ...head,
      'List-Id: "Ridge alerts" <alerts.ridge.example>',
      'Subject: Hill',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      html,
      '--b--',
      '',
    ];
    expect(await one(mail.join('\r\n'))).toMatchObject({
      text: 'Rebels took the hill.\n\nThe army left.',
      outlet: 'Ridge alerts',
    });
  });

  test.each([
    ['From: the front\nTo: be clear, nothing moved.\n\nText', 'text'],
    ['Update: rebels took the hill.\nDate: Saturday', 'text'],
    ['From: a@b.example\nSubject: Hill\nDate: Sat, 2 Mar 2024 10:00:00 GMT\n\nText', 'mail'],
  ])('%j is %s', (text, format) => {
    expect(sniffFormat(bytes(text))).toBe(format);
  });
});

describe('PDF', () => {
  test('lines become paragraphs, cut words whole again, the title comes from the document', async () => {
    const pdf = makePdf(
      [
        pdfText([
          [24, 72, 720, 'Hill taken'],
          [12, 72, 690, 'Rebels seized the hill above the town on Satur-'],
          [12, 72, 676, 'day, a shopkeeper said.'],
          [12, 72, 646, 'The army left its post.'],
        ]),
        pdfText([[12, 72, 720, 'A second page.']]),
      ],
      '/Title (Hill taken by rebels) /CreationDate (D:20200101000000Z)',
    );
    expect(await one(pdf)).toEqual({
      text: 'Hill taken\n\nRebels seized the hill above the town on Saturday, a shopkeeper said.\n\nThe army left its post.\n\nA second page.',
      title: 'Hill taken by rebels',
    });
  });

  test('one without a text layer says so, and so does a broken one', async () => {
    await expect(one(makePdf(['0 0 100 100 re f']))).rejects.toThrow('no text layer, only pictures');
    await expect(one('%PDF-1.7\nrubbish')).rejects.toBeInstanceOf(IntakeError);
  });
});
