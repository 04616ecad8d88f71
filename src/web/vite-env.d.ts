declare module 'virtual:map-worker-url' {
  const url: string;
  export default url;
}
