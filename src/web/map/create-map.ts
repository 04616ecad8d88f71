import workerUrl from 'virtual:map-worker-url';
import { Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import { sideColour, type Theme } from '../../model/palette.ts';
import { changedSince, type Since } from '../record/changed-since.ts';
import { fullName, markOf } from '../record/say.ts';
import type { Moment } from '../state/record-store.ts';
import type { DivisionShapes } from '../types.ts';
import { type DivisionPaint, paintDivision } from './division-paint.ts';
import { isDot, MOST_MARKS, makeDots } from './dots.ts';
import { drawGround } from './draw-ground.ts';
import { drawPlaces, forgetSprites, type Spot } from './draw-places.ts';
import { GROUND, hatchImage, styleFor } from './map-style.ts';
import { outlineOf } from './outline.ts';
import { spread } from './spread.ts';

setWorkerUrl(workerUrl);

/** Pixels of a printed map for one of the screen's. */
const PRINT_RATIO = 3;
/** Zoom from which sites inside places are shown. */
const SITES_FROM = 8;

/** What lies under the pointer: a place of the record, or a division (which may not be in the record). */
export interface Under {
  readonly place: number;
  readonly division: string | null;
  readonly name: string;
  readonly seat: number;
  readonly x: number;
  readonly y: number;
}

export interface MapHandle {
  /** Draws the record at a moment. `chosen` is a place id, `since` a day to compare with. */
  show(moment: Moment, chosen: string | null, since: number | null): void;
  setTheme(theme: Theme): void;
  fit(): void;
  zoom(by: number): void;
  resize(): void;
  remove(): void;
}

export interface MapOptions {
  readonly container: HTMLElement;
  readonly overlay: HTMLCanvasElement;
  /** Shown in print alone. */
  readonly paper: HTMLCanvasElement;
  /** The desk's own basemap, if any. */
  readonly basemap: StyleSpecification | null;
  readonly shapes: DivisionShapes;
  readonly theme: Theme;
  readonly moment: Moment;
  readonly camera: readonly [number, number, number] | null;
  readonly onHover: (under: Under | null) => void;
  readonly onClick: (under: Under | null) => void;
  readonly onMoved: (camera: [number, number, number]) => void;
  readonly onPhase: (phase: MapPhase) => void;
}

/** Whether the ground is on its way, or drawn. */
export type MapPhase = 'waiting' | 'here';

/** Bounds of the shapes, west, south, east, north. */
function boundsOf(shapes: DivisionShapes): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const visit = (c: unknown): void => {
    if (!Array.isArray(c)) return;
    if (typeof c[0] === 'number') {
      const [x, y] = c as [number, number];
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    } else for (const part of c) visit(part);
  };
  for (const f of shapes.features) visit(f.geometry.coordinates);
  return box[0] > box[2] ? [-170, -55, 170, 75] : box;
}

/** Makes the map: divisions by MapLibre through feature-state, places and names on a canvas above it that follows every frame. */
export function createMap(options: MapOptions): MapHandle {
  const { container, overlay, shapes, paper, basemap } = options;
  let { theme, moment } = options;
  let chosen: string | null = null;
  let spots: Spot[] = [];
  const divisions = shapes as unknown as GeoJSON.FeatureCollection;
  const outline = outlineOf(divisions);
  const bounds = boundsOf(shapes);
  const padding = (): number => (container.clientWidth < 600 ? 16 : 40);
  const map = new MapLibre({
    container,
    style: styleFor(theme, divisions, outline, basemap),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    maxZoom: 12,
    ...(options.camera == null
      ? { bounds, fitBoundsOptions: { padding: padding() } }
      : { center: [options.camera[0], options.camera[1]] as [number, number], zoom: options.camera[2] }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  let wanted = false;
  /** Draws the overlay once in the next frame, however much changes before it. */
  function wantDraw(): void {
    if (wanted) return;
    wanted = true;
    requestAnimationFrame(() => {
      if (wanted) drawOverlay();
    });
  }

  const seatRadius = (): number => (container.clientWidth < 600 ? 5.5 : 7);
  /** The capitals of the country shown: the places that have a mark at every zoom. */
  function seats(): number[] {
    const { index, country } = moment;
    return index.places.flatMap((p, i) =>
      p.lat != null &&
      p.lon != null &&
      (p.seatOf === 'country' || p.seatOf === 'admin1') &&
      (country == null || p.country === country)
        ? [i]
        : [],
    );
  }

  let projected = new Float32Array(0),
    camera = '';
  /** Where the places lie on the canvas; worked out anew only when the camera has moved. */
  function project(): Float32Array {
    const { places } = moment.index;
    const { lng, lat } = map.getCenter();
    const key = `${lng},${lat},${map.getZoom()},${container.clientWidth},${container.clientHeight},${places.length},${moment.country}`;
    if (key === camera && projected.length === places.length * 2) return projected;
    camera = key;
    projected = new Float32Array(places.length * 2);
    places.forEach((p, i) => {
      if (p.lat == null || p.lon == null) return;
      const { x, y } = map.project([p.lon, p.lat]);
      projected[i * 2] = x;
      projected[i * 2 + 1] = y;
    });
    spread(projected, seats(), seatRadius());
    return projected;
  }

  const dots = makeDots(overlay);
  let dotted = false;
  let sinceDay: number | null = null,
    since: Since | null = null;
  const painted = new Map<string, string>();
  const placeOf = (id: string): number => moment.index.placeAt.get(id) ?? -1;

  const paintOf = (
    { id, seat }: DivisionShapes['features'][number]['properties'],
    inTheme: Theme,
  ): DivisionPaint => paintDivision(moment, placeOf(id), seat == null ? -1 : placeOf(seat), inTheme);

  function paintDivisions(): void {
    if (map.getSource('divisions') == null) return;
    for (const { properties } of shapes.features) {
      const paint = paintOf(properties, theme);
      const key = keyOf(paint, properties.id === chosen);
      if (painted.get(properties.id) === key) continue;
      painted.set(properties.id, key);
      map.setFeatureState(
        { source: 'divisions', id: properties.id },
        {
          colour: paint.colour,
          fill: paint.fill,
          hatch: paint.hatch,
          width: paint.width,
          solid: paint.line === 'solid' ? 1 : 0,
          dashed: paint.line === 'dashed' ? 1 : 0,
          dotted: paint.line === 'dotted' ? 1 : 0,
          chosen: properties.id === chosen,
        },
      );
    }
  }

  function drawOverlay(): void {
    wanted = false;
    const { clientWidth: width, clientHeight: height } = container;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    if (overlay.width !== Math.round(width * ratio) || overlay.height !== Math.round(height * ratio)) {
      overlay.width = Math.round(width * ratio);
      overlay.height = Math.round(height * ratio);
    }
    since = sinceDay == null ? null : changedSince(moment.index, sinceDay, moment.known, moment.state, since);
    const at = project();
    dotted = areMany(at, width, height);
    spots = spotsOf(theme);
    const context = overlay.getContext('2d')!;
    if (dotted) dots.draw(moment, at, theme, ratio);
    else context.clearRect(0, 0, overlay.width, overlay.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawPlaces(context, spots, lookOf(theme, ratio));
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  const lookOf = (inTheme: Theme, ratio: number): Parameters<typeof drawPlaces>[2] => ({
    ink: GROUND[inTheme].ink,
    paper: GROUND[inTheme].paper,
    ratio,
    width: container.clientWidth,
    height: container.clientHeight,
    chosen: chosen == null ? -1 : placeOf(chosen),
  });

  /** Draws what the screen shows once more, light and finer, where print shows it. */
  function drawPaper(): void {
    const { clientWidth: width, clientHeight: height } = container;
    paper.width = width * PRINT_RATIO;
    paper.height = height * PRINT_RATIO;
    const context = paper.getContext('2d')!;
    context.setTransform(PRINT_RATIO, 0, 0, PRINT_RATIO, 0, 0);
    drawGround(
      context,
      shapes,
      outline,
      of => paintOf(of, 'light'),
      at => map.project(at),
      'light',
    );
    if (dotted) {
      const sheet = document.createElement('canvas');
      sheet.width = paper.width;
      sheet.height = paper.height;
      makeDots(sheet).draw(moment, project(), 'light', PRINT_RATIO);
      context.drawImage(sheet, 0, 0, width, height);
    }
    drawPlaces(context, spotsOf('light'), lookOf('light', PRINT_RATIO));
  }

  /** Whether so many places are in sight that they are drawn as dots. */
  function areMany(at: Float32Array, width: number, height: number): boolean {
    let n = 0;
    for (let i = 0; i < moment.state.length && n <= MOST_MARKS; i++) {
      const [x, y] = [at[i * 2]!, at[i * 2 + 1]!];
      if (moment.state[i]! >= 0 && x > 0 && y > 0 && x < width && y < height && isDot(moment, i)) n++;
    }
    return n > MOST_MARKS;
  }

  function spotsOf(inTheme: Theme): Spot[] {
    const { index, state, day, country } = moment;
    const zoom = map.getZoom();
    const at = project();
    const seatR = seatRadius();
    const found: Spot[] = [];
    for (let i = 0; i < state.length; i++) {
      const period = state[i]!;
      const isChanged = since != null && since.changed[i] === 1;
      if (period < 0 || (dotted && !isChanged && isDot(moment, i))) continue;
      const p = index.places[i]!;
      if (p.lat == null || p.lon == null || p.kind === 'province' || p.kind === 'country') continue;
      if (country != null && p.country !== country) continue;
      let x = at[i * 2]!,
        y = at[i * 2 + 1]!;
      if (p.kind === 'site') {
        // A site stands where its place does: it is shown once there is room, beside its place.
        if (zoom < SITES_FROM) continue;
        x += 18 * Math.cos(i * 2.4);
        y += 18 * Math.sin(i * 2.4);
      }
      const isSeat = p.seatOf === 'country' || p.seatOf === 'admin1';
      found.push({
        place: i,
        x,
        y,
        r: isSeat ? seatR : 4,
        spec: markOf(index, period, day, inTheme),
        was: isChanged
          ? since!.before[i]! < 0
            ? ''
            : sideColour(index.side[since!.before[i]!]!, inTheme)
          : null,
        name: fullName(index, i),
        rank: p.seatOf === 'country' ? 4 : isSeat ? 2 : 1,
      });
    }
    return found.sort((a, b) => a.r - b.r || a.rank - b.rank);
  }

  /** The nearest dot to a point within reach, -1 for none. */
  function dotAt(point: { x: number; y: number }): number {
    if (!dotted) return -1;
    const at = project();
    let best = -1,
      nearest = 8;
    for (let i = 0; i < moment.state.length; i++) {
      const d = Math.hypot(at[i * 2]! - point.x, at[i * 2 + 1]! - point.y);
      if (d < nearest && moment.state[i]! >= 0 && isDot(moment, i)) {
        best = i;
        nearest = d;
      }
    }
    return best;
  }

  function underAt(point: { x: number; y: number }): Under | null {
    let best: Spot | null = null,
      nearest = 14;
    for (const s of spots) {
      const d = Math.hypot(s.x - point.x, s.y - point.y);
      if (d < nearest && d < s.r + 8) {
        best = s;
        nearest = d;
      }
    }
    if (best != null)
      return { place: best.place, division: null, name: best.name, seat: -1, x: best.x, y: best.y };
    const dot = dotAt(point);
    if (dot >= 0)
      return {
        place: dot,
        division: null,
        name: fullName(moment.index, dot),
        seat: -1,
        x: point.x,
        y: point.y,
      };
    if (map.getLayer('land') == null) return null;
    const feature = map.queryRenderedFeatures([point.x, point.y], { layers: ['land'] })[0];
    if (feature == null) return null;
    const { id, name, seat } = feature.properties as { id: string; name: string; seat: string | null };
    return {
      place: placeOf(id),
      division: id,
      name,
      seat: seat == null ? -1 : placeOf(seat),
      x: point.x,
      y: point.y,
    };
  }

  let hovered: string | null = null;
  function hover(under: Under | null): void {
    const id = under?.division ?? null;
    if (id !== hovered) {
      if (hovered != null) map.setFeatureState({ source: 'divisions', id: hovered }, { hover: false });
      if (id != null) map.setFeatureState({ source: 'divisions', id }, { hover: true });
      hovered = id;
    }
    map.getCanvas().style.cursor = under == null ? '' : 'pointer';
    options.onHover(under);
  }

  map.on('mousemove', e => hover(underAt(e.point)));
  map.on('mouseout', () => hover(null));
  map.on('click', e => options.onClick(underAt(e.point)));
  map.on('movestart', e => {
    if (e.originalEvent != null) hover(null);
  });
  map.on('moveend', e => {
    if (e.originalEvent == null) return;
    const { lng, lat } = map.getCenter();
    options.onMoved([lng, lat, map.getZoom()]);
  });
  // In the same frame as the divisions, so that marks never trail behind them.
  map.on('move', drawOverlay);
  map.on('resize', drawOverlay);
  function dress(): void {
    if (map.hasImage('hatch')) map.removeImage('hatch');
    map.addImage('hatch', hatchImage(theme), { pixelRatio: 2 });
    painted.clear();
    paintDivisions();
    wantDraw();
  }
  map.on('style.load', dress);
  map.on('idle', () => options.onPhase('here'));
  // A script that a name is the first to use has its font only after the name was drawn.
  const redraw = (): void => {
    forgetSprites();
    wantDraw();
  };
  void document.fonts.ready.then(redraw);
  document.fonts.addEventListener('loadingdone', redraw);
  addEventListener('beforeprint', drawPaper);

  const fit = (): void => {
    map.fitBounds(bounds, {
      padding: padding(),
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      duration: 300,
    });
  };

  return {
    show(next, place, day) {
      moment = next;
      chosen = place;
      sinceDay = day;
      paintDivisions();
      wantDraw();
    },
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      forgetSprites();
      options.onPhase('waiting');
      map.setStyle(styleFor(theme, divisions, outline, basemap), { diff: false });
    },
    fit,
    zoom: by => void map.zoomTo(map.getZoom() + by),
    resize: () => void map.resize(),
    remove: () => {
      document.fonts.removeEventListener('loadingdone', redraw);
      removeEventListener('beforeprint', drawPaper);
      map.remove();
    },
  };
}

const keyOf = (p: DivisionPaint, chosen: boolean): string =>
  `${p.colour}${p.fill}${p.hatch}${p.line}${p.width}${chosen}`;
