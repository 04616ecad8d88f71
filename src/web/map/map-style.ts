import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Theme } from '../../model/palette.ts';

/** Colours of the map's ground, by theme. */
export const GROUND = {
  light: {
    paper: '#fdfcf9',
    land: '#f1eee6',
    border: '#fdfcf9',
    coast: '#8d877b',
    ink: '#1d1b18',
    accent: '#a8321a',
  },
  dark: {
    paper: '#171614',
    land: '#24221f',
    border: '#171614',
    coast: '#7c766b',
    ink: '#ece8e0',
    accent: '#ff8a66',
  },
} as const;

const state = (name: string, otherwise: number | string): ExpressionSpecification =>
  ['coalesce', ['feature-state', name], otherwise] as unknown as ExpressionSpecification;
const colour = (otherwise: string): ExpressionSpecification =>
  ['to-color', state('colour', otherwise)] as unknown as ExpressionSpecification;

/** The layers of the divisions. What changes with time comes from feature-state alone, so that moving a handle uploads nothing. */
function layersFor(theme: Theme): LayerSpecification[] {
  const g = GROUND[theme];
  const outline = (id: string, dash: number[] | null): LayerSpecification => ({
    id: `own-${id}`,
    type: 'line',
    source: 'divisions',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour(g.coast),
      'line-width': state('width', 0),
      'line-opacity': state(id, 0),
      ...(dash == null ? {} : { 'line-dasharray': dash }),
    },
  });
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': g.paper } },
    { id: 'land', type: 'fill', source: 'divisions', paint: { 'fill-color': g.land } },
    {
      id: 'holder',
      type: 'fill',
      source: 'divisions',
      paint: { 'fill-color': colour(g.land), 'fill-opacity': state('fill', 0) },
    },
    {
      id: 'hatch',
      type: 'fill',
      source: 'divisions',
      paint: { 'fill-pattern': 'hatch', 'fill-opacity': state('hatch', 0) },
    },
    {
      id: 'border',
      type: 'line',
      source: 'divisions',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': g.border, 'line-width': 1.25 },
    },
    outline('solid', null),
    outline('dashed', [3, 2]),
    outline('dotted', [1, 1.5]),
    {
      id: 'coast',
      type: 'line',
      source: 'outline',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': g.coast, 'line-width': 1 },
    },
    {
      id: 'chosen',
      type: 'line',
      source: 'divisions',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': g.ink,
        'line-width': ['case', ['boolean', ['feature-state', 'chosen'], false], 2.5, 1.25],
        'line-opacity': [
          'case',
          ['boolean', ['feature-state', 'chosen'], false],
          1,
          ['boolean', ['feature-state', 'hover'], false],
          0.8,
          0,
        ],
      },
    },
  ];
}

/**
 * The whole style: divisions on paper, no tiles, no glyphs, no sprite. Nothing in it names another machine. Where the desk has a basemap
 * of its own, its layers lie lowest, and the land above them is left clear.
 */
export const styleFor = (
  theme: Theme,
  divisions: GeoJSON.FeatureCollection,
  outline: GeoJSON.FeatureCollection,
  basemap: StyleSpecification | null,
): StyleSpecification => ({
  ...(basemap?.glyphs == null ? {} : { glyphs: basemap.glyphs }),
  ...(basemap?.sprite == null ? {} : { sprite: basemap.sprite }),
  version: 8,
  sources: {
    ...basemap?.sources,
    divisions: { type: 'geojson', data: divisions, promoteId: 'id', tolerance: 0.2 },
    outline: { type: 'geojson', data: outline, tolerance: 0.2 },
  },
  layers:
    basemap == null
      ? layersFor(theme)
      : [
          ...basemap.layers,
          ...layersFor(theme)
            .filter(l => l.id !== 'ground')
            .map(overBasemap),
        ],
});

/** Land and holders let the basemap show through; the land stays for the pointer to find. */
function overBasemap(layer: LayerSpecification): LayerSpecification {
  if (layer.id === 'land' && layer.type === 'fill')
    return { ...layer, paint: { ...layer.paint, 'fill-opacity': 0.01 } };
  return layer;
}

/** Diagonal lines for what is contested, in the theme's ink. */
export function hatchImage(theme: Theme): ImageData {
  const size = 16;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d')!;
  context.strokeStyle = GROUND[theme].ink;
  context.globalAlpha = 0.75;
  context.lineWidth = 2;
  for (const shift of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(shift, size);
    context.lineTo(shift + size, 0);
    context.stroke();
  }
  return context.getImageData(0, 0, size, size);
}
