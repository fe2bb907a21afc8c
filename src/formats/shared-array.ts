/** Typed arrays over shared memory: what goes from thread to thread without being copied. */
interface TypedArrayMaker<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: SharedArrayBuffer): T;
}

/** A typed array of zeros over shared memory. */
export function shared<T>(make: TypedArrayMaker<T>, length: number): T {
  return new make(new SharedArrayBuffer(length * make.BYTES_PER_ELEMENT));
}
