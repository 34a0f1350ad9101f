/** Folioscope shows reviews in the Eclipse workbench. */
package folioscope.ide.ui;
