#pragma once

namespace conglang::platform {

/// From now on memory that is freed goes back to the system: large blocks, such as pictures, at once, the
/// rest at the end of the heap or by trim_heap(). Before the first thread.
void keep_heap_small();

/// Gives back what is free between what is used. Costs milliseconds.
void trim_heap();

}  // namespace conglang::platform
