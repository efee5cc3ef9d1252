/** opencc-js publishes its tables without types: `"證 证|書 书|…"`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default pairs;
}
