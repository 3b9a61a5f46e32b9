/** The TypeScript types of the API's scalars. */
export const SCALARS: Readonly<Record<string, string>> = {
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  String: 'string',
  ID: 'string',
  Date: 'string',
  DateTime: 'string',
  LanguageTag: 'string',
  Sha256: 'string',
  URL: 'string',
  WikidataId: 'string',
}
