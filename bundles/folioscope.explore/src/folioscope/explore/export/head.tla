---------------- MODULE @NAME@ ----------------
(***************************************************************************)
(* @TITLE@ *)
(*                                                                         *)
(* A program of folioscope, written by "folioscope run --export tla".      *)
(*                                                                         *)
(* A state is the memory, the key that each thread is queued on, the       *)
(* places where objects went away, and each thread's stack: frames of a    *)
(* place and the locals that are still needed there.  TLC finds as many    *)
(* distinct states as folioscope does.  A step runs a thread from one      *)
(* access that may conflict with another thread's up to the next.          *)
(*                                                                         *)
(* What is found is printed as <<kind, place, detail>>; "limit" is none of *)
(* the program's: it says that this module cannot represent what happens.  *)
(* Steps are deep recursions: give TLC a stack, java -Xss512m.             *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, TLC

VARIABLES mem, waits, gone, stacks

