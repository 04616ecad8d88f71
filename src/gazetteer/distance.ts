const RADIUS_KM = 6371.0088;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const deg = (radians: number): number => (radians * 180) / Math.PI;

/** Great-circle distance in kilometres (haversine). @example distanceKm(0, 0, 0, 1) // 111.2 */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const h =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point so many kilometres from another along a bearing (degrees clockwise from north). */
export function moveBy(lat: number, lon: number, km: number, bearing: number): { lat: number; lon: number } {
  const d = km / RADIUS_KM,
    b = rad(bearing),
    p = rad(lat);
  const q = Math.asin(Math.sin(p) * Math.cos(d) + Math.cos(p) * Math.sin(d) * Math.cos(b));
  const l =
    rad(lon) + Math.atan2(Math.sin(b) * Math.sin(d) * Math.cos(p), Math.cos(d) - Math.sin(p) * Math.sin(q));
  return { lat: deg(q), lon: ((deg(l) + 540) % 360) - 180 };
}

/** The point of the compass from one place to another, in degrees clockwise from north. */
export function bearingTo(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const dl = rad(lon2 - lon1),
    y = Math.sin(dl) * Math.cos(rad(lat2));
  const x =
    Math.cos(rad(lat1)) * Math.sin(rad(lat2)) - Math.sin(rad(lat1)) * Math.cos(rad(lat2)) * Math.cos(dl);
  return (deg(Math.atan2(y, x)) + 360) % 360;
}
