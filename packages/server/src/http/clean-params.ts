import type { Plugin } from 'graphql-yoga'

/** Takes a parameter that is null for one that is absent, as GraphQL over HTTP says. */
export const cleanParams: Plugin = {
  onParams({ params, setParams }) {
    if (params === null || typeof params !== 'object' || Array.isArray(params)) return
    const given = Object.entries(params).filter(([, value]) => value !== null)
    if (given.length < Object.keys(params).length) setParams(Object.fromEntries(given))
  },
}
