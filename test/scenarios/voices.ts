import type { Scenario } from './scenario.ts';

// Each basis, and every kind of discrepancy with what closes it: invented news in a year to come, as in `table.ts`.

const NILE = 'Nile Courier',
  LAKE = 'Lakeside Gazette',
  WIRE = 'Meridian Wire',
  POST = 'Plateau Post';

export const BASES: readonly Scenario[] = [
  {
    name: 'confirmed: two independent origins that do not gain by it',
    place: 'Zalingei',
    reports: [
      ['2031-05-10', NILE, 'The Rapid Support Forces captured the town of Zalingei on Friday.'],
      [
        '2031-05-11',
        WIRE,
        'Zalingei, a town in Darfur, has been in the hands of the RSF since Friday, residents who fled it told us.',
      ],
    ],
    status: { '2031-05-11': 'rsf, held, confirmed, 2031-05-09' },
  },
  {
    name: 'confirmed: the taker says so, and the loser admits it',
    place: 'Kutum',
    reports: [
      ['2031-05-10', NILE, 'The Rapid Support Forces said they had captured the town of Kutum on Friday.'],
      [
        '2031-05-11',
        LAKE,
        'The Sudanese army said on Sunday that it had withdrawn from the town of Kutum on Friday.',
      ],
    ],
    status: { '2031-05-11': 'rsf, held, confirmed, 2031-05-09' },
  },
  {
    name: 'reported: one origin that does not gain',
    place: 'Nyala',
    reports: [
      [
        '2031-05-10',
        NILE,
        'The Rapid Support Forces captured the town of Nyala on Friday, local officials said.',
      ],
    ],
    status: { '2031-05-10': 'rsf, held, reported, 2031-05-09' },
  },
  {
    name: 'claimed: only the side that gains says so, in however many newsrooms',
    place: 'El Fula',
    reports: [
      ['2031-05-10', NILE, 'The Rapid Support Forces said they had captured the town of El Fula on Friday.'],
      [
        '2031-05-10',
        WIRE,
        'An RSF spokesman told Meridian Wire that its fighters had taken the town of El Fula in West Kordofan on Friday.',
      ],
    ],
    status: { '2031-05-10': 'rsf, held, claimed, 2031-05-09' },
  },
  {
    name: 'disputed: a denial stands against it',
    place: 'Lashio',
    reports: [
      [
        '2031-05-10',
        POST,
        'The Myanmar National Democratic Alliance Army captured the town of Lashio on Friday.',
      ],
      ['2031-05-11', WIRE, 'The Myanmar military denied that the town of Lashio had fallen.'],
    ],
    status: { '2031-05-11': 'mndaa, held, disputed, 2031-05-09' },
  },
  {
    name: 'an official whose side is not known does not gain',
    place: 'Bayhan',
    reports: [
      [
        '2031-05-10',
        POST,
        'The Houthis captured the town of Bayhan in Yemen on Friday, a security official said.',
      ],
    ],
    status: { '2031-05-10': 'houthis, held, reported, 2031-05-09' },
  },
  {
    name: 'five outlets with one wire story are one origin',
    place: 'Singa',
    reports: [
      ...['Meridian Wire', 'Nile Courier', 'Lakeside Gazette', 'Plateau Post', 'Harbour Sentinel'].map(
        (outlet, i) =>
          [
            `2031-05-10T1${i}:00:00Z`,
            outlet,
            'The Rapid Support Forces captured the town of Singa in Sennar state on Friday after a night of shelling that emptied its markets and cut the bridge road to the north.\n\nShopkeepers said that the fighters had put up posts at both ends of the main street before sunrise and were turning lorries back towards the river.',
          ] as const,
      ),
    ],
    status: { '2031-05-11': 'rsf, held, reported, 2031-05-09; origins 1' },
    copies: 4,
  },
];

export const DISCREPANCIES: readonly Scenario[] = [
  {
    name: 'a denial, closed by the denier’s own admission',
    place: 'Kyaukme',
    reports: [
      ['2031-05-10', POST, "The Ta'ang National Liberation Army captured the town of Kyaukme on Friday."],
      [
        '2031-05-11',
        WIRE,
        "The Myanmar military denied that the Ta'ang National Liberation Army had captured the town of Kyaukme.",
      ],
      [
        '2031-05-14',
        LAKE,
        'The Myanmar military said on Wednesday that it had withdrawn from the town of Kyaukme on Friday.',
      ],
    ],
    status: { '2031-05-14': 'tnla, held, confirmed, 2031-05-09' },
    discrepancies: ['denial, settled'],
  },
  {
    name: 'a denial that stands',
    place: 'Falam',
    reports: [
      ['2031-05-10', POST, 'The Chin National Army captured the town of Falam on Friday.'],
      ['2031-05-11', WIRE, 'The Myanmar military denied that the town of Falam had fallen.'],
    ],
    status: { '2031-05-11': 'chin-forces, held, disputed, 2031-05-09' },
    discrepancies: ['denial'],
  },
  {
    name: 'two who hold one town, closed by a change of hands',
    place: 'Dinder',
    reports: [
      ['2031-05-10', NILE, 'The Rapid Support Forces captured the town of Dinder on Friday.'],
      ['2031-05-13', LAKE, 'The Sudanese army controls the town of Dinder.'],
      ['2031-05-16', WIRE, 'Government soldiers recaptured the town of Dinder in Sudan on Thursday.'],
    ],
    status: { '2031-05-16': 'sudan, held, reported, 2031-05-15' },
    discrepancies: ['status-conflict, settled'],
  },
  {
    name: 'one taking with two dates, closed by a third origin',
    place: 'Zabid',
    reports: [
      ['2031-05-12', POST, 'Yemeni government troops captured the town of Zabid on 8 May 2031.'],
      [
        '2031-05-13',
        WIRE,
        'The town of Zabid fell to Yemeni government troops on 11 May 2031, traders there said.',
      ],
      [
        '2031-05-14',
        NILE,
        'Yemeni government forces have held the town of Zabid since they captured it on 8 May 2031.',
      ],
    ],
    status: {},
    discrepancies: ['date-conflict, settled'],
  },
  {
    name: 'one night with two dates is no discrepancy',
    place: 'Lawdar',
    reports: [
      ['2031-05-12', POST, 'Yemeni government troops captured the town of Lawdar on 10 May 2031.'],
      [
        '2031-05-13',
        WIRE,
        'The town of Lawdar fell to Yemeni government troops on 11 May 2031, traders there said.',
      ],
    ],
    status: {},
    discrepancies: [],
  },
  {
    name: 'two bodies’ figures, closed where one comes to agree',
    place: 'Nyala',
    reports: [
      [
        '2031-05-10',
        WIRE,
        'Shelling in the town of Nyala on Friday killed 30 people, the Sudanese Red Crescent said.',
      ],
      [
        '2031-05-11',
        NILE,
        'Shelling killed 12 people in the town of Nyala on Friday, the United Nations said.',
      ],
      [
        '2031-05-14',
        LAKE,
        'The United Nations said that 30 people had been killed by shelling in the town of Nyala on 9 May.',
      ],
    ],
    status: {},
    discrepancies: ['figure-mismatch, settled'],
  },
  {
    name: 'an old paragraph that what came since contradicts, closed by the newsroom’s own words',
    place: 'Loikaw',
    reports: [
      [
        '2031-05-08',
        POST,
        'The Myanmar military controls the town of Loikaw, where its garrison has dug in behind the river and the market has been shut for three weeks.',
      ],
      [
        '2031-05-11',
        WIRE,
        'The Karenni Nationalities Defence Force captured the town of Loikaw on Saturday.',
      ],
      [
        '2031-05-13',
        POST,
        'Schools in Kayah state will stay shut until the rains, teachers there told us on Monday.\n\nThe Myanmar military controls the town of Loikaw, where its garrison has dug in behind the river and the market has been shut for three weeks.',
      ],
      ['2031-05-15', POST, 'The Karenni Nationalities Defence Force has captured the town of Loikaw.'],
    ],
    status: { '2031-05-14': 'karenni, held, reported, 2031-05-10' },
    discrepancies: ['carried-over, settled'],
  },
  {
    name: 'a count below what had been reported, closed by the next count',
    place: 'Sudan',
    reports: [
      ...(
        [
          ['Zalingei', 'Central Darfur'],
          ['Ed Daein', 'East Darfur'],
          ['Singa', 'Sennar'],
          ['El Fula', 'West Kordofan'],
        ] as const
      ).map(
        ([town, state], i) =>
          [
            `2031-05-0${i + 3}`,
            WIRE,
            `The Rapid Support Forces captured ${town}, the capital of ${state} state in Sudan, on ${i + 2} May 2031.`,
          ] as const,
      ),
      ['2031-05-09', POST, "The Rapid Support Forces have taken two of Sudan's 18 state capitals."],
      ['2031-05-11', POST, "The Rapid Support Forces have taken four of Sudan's 18 state capitals."],
    ],
    status: {},
    discrepancies: ['count-mismatch, settled'],
  },
];
