/** A catalogue in another language: the same keys as `T`, every leaf a text. Missing or extra keys do not compile. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }
