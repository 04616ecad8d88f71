import type { Scenario } from './scenario.ts';

// Invented news in a year to come: one scenario for each row of the design's fold table, each basis, and what closes them.
// Outlets and events are made up; the towns are real, so that the gazetteer knows them.

const NILE = 'Nile Courier',
  LAKE = 'Lakeside Gazette',
  WIRE = 'Meridian Wire',
  POST = 'Plateau Post';

/** The rows of the fold table. Status as `side, status, basis, since`. */
export const TABLE: readonly Scenario[] = [
  {
    name: 'a capture makes the place the taker’s',
    place: 'Zalingei',
    reports: [['2031-05-10', NILE, 'The Rapid Support Forces captured the town of Zalingei on Friday.']],
    status: { '2031-05-08': null, '2031-05-10': 'rsf, held, reported, 2031-05-09' },
  },
  {
    name: 'a recapture gives it back',
    place: 'Kutum',
    reports: [
      ['2031-05-10', NILE, 'The Rapid Support Forces captured the town of Kutum on Friday.'],
      ['2031-05-13', LAKE, 'The Sudanese army recaptured the town of Kutum on Monday.'],
    ],
    status: {
      '2031-05-11': 'rsf, held, reported, 2031-05-09',
      '2031-05-13': 'sudan, held, reported, 2031-05-12',
    },
  },
  {
    name: 'a handover moves it',
    place: 'Falam',
    reports: [
      ['2031-05-10', WIRE, 'The Chin National Army captured the town of Falam on Friday.'],
      [
        '2031-05-16',
        POST,
        'The Chin National Army handed the town of Falam over to the Myanmar military on Thursday.',
      ],
    ],
    status: {
      '2031-05-12': 'chin-forces, held, reported, 2031-05-09',
      '2031-05-16': 'myanmar, held, reported, 2031-05-15',
    },
  },
  {
    name: 'a hold starts a period where no holder is known',
    place: 'Nyala',
    reports: [['2031-05-10', NILE, 'The town of Nyala is under the control of the Rapid Support Forces.']],
    status: { '2031-05-10': 'rsf, held, reported, 2031-05-10' },
  },
  {
    name: 'a hold in passing supports the holder',
    place: 'Ed Daein',
    reports: [
      ['2031-05-10', NILE, 'The Rapid Support Forces captured the town of El Daein on Friday.'],
      ['2031-05-14', LAKE, 'Traders returned to the RSF-held town of El Daein on Tuesday.'],
    ],
    status: { '2031-05-14': 'rsf, held, confirmed, 2031-05-09' },
  },
  {
    name: 'a hold against the holder, later and by another origin, disputes it',
    place: 'Dinder',
    reports: [
      ['2031-05-10', NILE, 'The Rapid Support Forces captured the town of Dinder on Friday.'],
      ['2031-05-13', LAKE, 'The Sudanese army controls the town of Dinder.'],
    ],
    status: { '2031-05-13': 'rsf, held, disputed, 2031-05-09' },
  },
  {
    name: 'a withdrawal by the holder leaves nobody’s place, until somebody takes it',
    place: 'El Fula',
    reports: [
      ['2031-05-08', NILE, 'The Sudanese army controls the town of El Fula.'],
      ['2031-05-12', LAKE, 'The Sudanese army withdrew from the town of El Fula on Sunday.'],
      ['2031-05-15', WIRE, 'Rapid Support Forces fighters seized the town of El Fula on Wednesday.'],
    ],
    status: {
      '2031-05-09': 'sudan, held, reported, 2031-05-08',
      '2031-05-12': 'nobody, vacated, reported, 2031-05-11',
      '2031-05-15': 'rsf, held, reported, 2031-05-14',
    },
  },
  {
    name: 'entering contests, and the holder stays',
    place: 'Zabid',
    reports: [
      ['2031-05-08', WIRE, 'The Houthis control the town of Zabid.'],
      ['2031-05-12', POST, 'Yemeni government troops entered the town of Zabid on Sunday.'],
    ],
    status: {
      '2031-05-09': 'houthis, held, reported, 2031-05-08',
      '2031-05-12': 'houthis, contested, reported, 2031-05-11',
    },
  },
  {
    name: 'a clash contests, and a repel by the holder ends it',
    place: 'Bayhan',
    reports: [
      ['2031-05-08', WIRE, 'The Yemeni government controls the town of Bayhan.'],
      [
        '2031-05-12',
        POST,
        'Government troops and the Houthis fought inside the town of Bayhan in Yemen on Sunday.',
      ],
      [
        '2031-05-15',
        WIRE,
        'Yemeni government troops repelled the Houthi attack on the town of Bayhan on Wednesday.',
      ],
    ],
    status: {
      '2031-05-12': 'yemen, contested, reported, 2031-05-11',
      '2031-05-15': 'yemen, held, reported, 2031-05-14',
    },
  },
  {
    name: 'a siege is pressure, the status unchanged',
    place: 'Singa',
    reports: [
      ['2031-05-08', NILE, 'The Sudanese army controls the town of Singa.'],
      ['2031-05-12', LAKE, 'The Rapid Support Forces have surrounded the town of Singa.'],
    ],
    status: { '2031-05-13': 'sudan, held, reported, 2031-05-08; besiege' },
  },
  {
    name: 'a part taken contests, the part listed',
    place: 'Loikaw',
    reports: [
      ['2031-05-08', WIRE, 'The Myanmar military controls the town of Loikaw.'],
      [
        '2031-05-12',
        POST,
        'The Karenni Nationalities Defence Force captured the eastern half of the town of Loikaw on Sunday.',
      ],
    ],
    status: { '2031-05-12': 'myanmar, contested, reported, 2031-05-11; parts' },
  },
  {
    name: 'the taker’s word alone, denied by the side that held it, moves nothing',
    place: 'Kyaukme',
    reports: [
      ['2031-05-08', WIRE, 'The Myanmar military controls the town of Kyaukme.'],
      [
        '2031-05-12',
        POST,
        "The Ta'ang National Liberation Army said it had captured the town of Kyaukme on Sunday.",
      ],
      [
        '2031-05-13',
        WIRE,
        "The Myanmar military denied that the Ta'ang National Liberation Army had captured the town of Kyaukme.",
      ],
    ],
    status: { '2031-05-13': 'myanmar, contested, disputed, 2031-05-11' },
  },
  {
    name: 'a denial alone leaves holder and status, disputed; an affirmed hold gives the place back',
    place: 'Lashio',
    reports: [
      ['2031-05-08', WIRE, 'The Myanmar military controls the town of Lashio.'],
      [
        '2031-05-12',
        POST,
        'The Myanmar National Democratic Alliance Army captured the town of Lashio on Sunday.',
      ],
      ['2031-05-13', WIRE, 'The Myanmar military denied that the town of Lashio had fallen.'],
      ['2031-05-15', LAKE, 'The Myanmar military holds the town of Lashio.'],
    ],
    status: {
      '2031-05-13': 'mndaa, held, disputed, 2031-05-11',
      '2031-05-15': 'myanmar, held, reported, 2031-05-15',
    },
    knownAt: { '2031-05-13': '2031-05-13' },
  },
  {
    name: 'a denial of an older take changes nothing',
    place: 'Hakha',
    reports: [
      [
        '2031-05-05',
        WIRE,
        'The Myanmar military denied that the Chin National Army had captured the town of Hakha.',
      ],
      ['2031-05-12', POST, 'The Chin National Army captured the town of Hakha on Sunday.'],
    ],
    status: { '2031-05-12': 'chin-forces, held, reported, 2031-05-11' },
  },
  {
    name: 'planned and possible move nothing',
    place: 'Lawdar',
    reports: [
      ['2031-05-08', WIRE, 'The Yemeni government controls the town of Lawdar.'],
      ['2031-05-10', POST, 'The Houthis plan to capture the town of Lawdar.'],
      ['2031-05-12', NILE, 'The Houthis may have captured the town of Lawdar in Yemen.'],
    ],
    status: { '2031-05-13': 'yemen, held, reported, 2031-05-08' },
  },
  {
    name: 'a past taking with a date tells an earlier period, never now',
    place: 'Zinjibar',
    reports: [
      ['2031-05-08', WIRE, 'The Yemeni government controls the town of Zinjibar.'],
      ['2031-05-10', POST, 'The Houthis captured the town of Zinjibar in Yemen on 27 March 2015.'],
    ],
    status: {
      '2015-04-01': 'houthis, held, reported, 2015-03-27',
      '2031-05-11': 'yemen, held, reported, 2031-05-08',
    },
  },
  {
    name: 'on one day a take outranks a clash',
    place: 'Paletwa',
    reports: [
      [
        '2031-05-12',
        POST,
        'The Arakan Army and the Myanmar military clashed in the town of Paletwa on Sunday.',
      ],
      ['2031-05-12', WIRE, 'The Arakan Army captured the town of Paletwa on Sunday.'],
    ],
    status: { '2031-05-12': 'arakan-army, held, reported, 2031-05-11' },
  },
  {
    name: 'a site is not its town',
    place: 'Menaka',
    reports: [
      ['2031-05-08', WIRE, 'The Malian army controls the town of Menaka.'],
      ['2031-05-12', POST, 'Islamic State fighters captured the airport of Menaka on Sunday.'],
    ],
    status: { '2031-05-12': 'mali, held, reported, 2031-05-08' },
  },
  {
    name: 'an interval begins on its latest day, the earliest beside it',
    place: 'Sekota',
    reports: [
      [
        '2031-05-12',
        POST,
        'Fighters of the Fano militia captured the town of Sekota in Ethiopia over the weekend.',
      ],
    ],
    status: { '2031-05-12': 'fano, held, reported, 2031-05-11 (2031-05-10)' },
  },
];
