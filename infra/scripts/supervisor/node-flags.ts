/** Young objects get 8 MB: by default, on a machine with much memory, a start alone leaves 150 MB more behind. */
export const NODE_FLAGS = ['--max-semi-space-size=8']
