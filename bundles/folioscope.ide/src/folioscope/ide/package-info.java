/** Folioscope brings reviews into an Eclipse workspace, without a window. */
package folioscope.ide;
