/** The address of an item of Wikidata: "Q42". */
export const wikidataAddress = (id: string): string => `https://www.wikidata.org/wiki/${id}`
