/** A user of the machine, by number. */
export interface Account {
  uid: number
  gid: number
}
