import { useInfiniteQuery as useInfiniteSolid, useQuery as useSolid } from '@tanstack/solid-query'
import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query'
import { useInfiniteQuery as useInfiniteVue, useQuery as useVue } from '@tanstack/vue-query'
import { said, topic } from './queries'

// The options of the React guide have their types in the other frameworks, too. These functions are never called.

type Name = string | undefined

export const inVue = (): [Name, Name] => [
  useVue(topic('transport')).data.value?.name,
  useInfiniteVue(said('ferry')).data.value?.pages[0]?.nodes[0]?.text,
]

export const inSvelte = (): [Name, Name] => [
  createQuery(() => topic('transport')).data?.name,
  createInfiniteQuery(() => said('ferry')).data?.pages[0]?.nodes[0]?.text,
]

export const inSolid = (): [Name, Name] => [
  useSolid(() => topic('transport')).data?.name,
  useInfiniteSolid(() => said('ferry')).data?.pages[0]?.nodes[0]?.text,
]

export const refused = () => [
  // @ts-expect-error: a topic has no such field
  useVue(topic('transport')).data.value?.nam,
  // @ts-expect-error: a topic has no such field
  createQuery(() => topic('transport')).data?.nam,
  // @ts-expect-error: a topic has no such field
  useSolid(() => topic('transport')).data?.nam,
]
