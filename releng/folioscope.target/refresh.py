#!/usr/bin/env python3
"""Writes folioscope.target: the roots in roots.txt and all they need, one version each (the highest asked for)."""
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MVNW = HERE.parents[1] / "mvnw"
# Jars without an OSGi manifest, and the symbolic name each one gets.
WRAP = {
    "org.apache.xmlgraphics:batik-css": "org.apache.batik.css",
    "org.apache.xmlgraphics:batik-util": None,
    "org.apache.xmlgraphics:batik-i18n": None,
    "org.apache.xmlgraphics:batik-constants": None,
    "org.apache.xmlgraphics:xmlgraphics-commons": None,
    "xml-apis:xml-apis-ext": None,
    "io.joern:eclipse-cdt-core": "folioscope.cdt.parser",
    "com.tngtech.archunit:archunit": None,
}
# What a wrapped jar cannot do without; everything else that it mentions is optional.
NEEDS = {
    "org.apache.xmlgraphics": "org.apache.batik.*,org.apache.xmlgraphics.*,org.w3c.css.*,",
    "xml-apis": "org.apache.batik.*,org.apache.xmlgraphics.*,org.w3c.css.*,",
    "io.joern": "!org.eclipse.core.runtime.*,org.osgi.framework.*,org.slf4j.*,",
    "com.tngtech.archunit": "org.slf4j.*,",
}
# org.eclipse.core.runtime is split over several bundles, so it has to be required, as CDT's own manifest does.
REQUIRES = {"io.joern": "Require-Bundle:        org.eclipse.core.runtime;visibility:=reexport\n"}
SKIP = {"org.codehaus.mojo:animal-sniffer-annotations", "org.osgi:osgi.annotation",
        "org.apache.xmlgraphics:batik-shared-resources"}
NODE = re.compile(r"([\w.\-]+):([\w.\-]+):jar:(?:[\w\-]+:)?([\w.\-+]+):(?:compile|runtime)"
                  r"(?: - version managed from ([\w.\-+]+))?")


def key(version):
    return [(0, int(part)) if part.isdigit() else (1, part) for part in re.split(r"[.\-+]", version)]


def dependency(gav, indent):
    group, artifact, version = gav
    return (f"{indent}<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
            f"<version>{version}</version><type>jar</type></dependency>\n")


def closure(roots):
    """Maven takes the nearest version, OSGi needs the highest: manage every version up until nothing changes."""
    managed = {}
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder, "tree.txt")
        while True:
            manage = "".join(dependency((*ga.split(":"), v), "") for ga, v in managed.items())
            direct = "".join(dependency(gav, "") for gav in roots)
            pathlib.Path(folder, "pom.xml").write_text(
                '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
                "<groupId>x</groupId><artifactId>x</artifactId><version>1</version><packaging>pom</packaging>"
                f"<dependencyManagement><dependencies>{manage}</dependencies></dependencyManagement>"
                f"<dependencies>{direct}</dependencies></project>")
            subprocess.run([MVNW, "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:tree",
                            "-Dverbose", f"-DoutputFile={tree}"], cwd=folder, check=True)
            found = {}
            for match in NODE.finditer(tree.read_text()):
                ga = f"{match[1]}:{match[2]}"
                for version in filter(None, (match[3], match[4])):
                    if ga not in found or key(version) > key(found[ga]):
                        found[ga] = version
            if found == managed:
                return sorted((*ga.split(":"), version) for ga, version in found.items() if ga not in SKIP)
            managed = found


def location(label, missing, gavs, instructions=""):
    return (f'    <location type="Maven" label="{label}" includeDependencyDepth="none" '
            f'includeDependencyScopes="compile" includeSource="false" missingManifest="{missing}">\n'
            "      <dependencies>\n" + "".join(dependency(gav, "        ") for gav in gavs)
            + f"      </dependencies>\n{instructions}    </location>\n")


def wrapped(gav):
    group, artifact, _ = gav
    name = WRAP[f"{group}:{artifact}"] or f"wrapped.{group}.{artifact}"
    return location(f"{artifact}, wrapped", "generate", [gav], f"""      <instructions><![CDATA[
Bundle-Name:           {artifact} (wrapped from Maven)
version:               ${{version_cleanup;${{mvnVersion}}}}
Bundle-SymbolicName:   {name}
Bundle-Version:        ${{version}}
Import-Package:        {NEEDS[group]}*;resolution:=optional
{REQUIRES.get(group, "")}Export-Package:        *;version="${{version}}";-noimport:=true
]]></instructions>
""")


def main():
    sections, extra, current = {}, [], None
    for line in (HERE / "roots.txt").read_text().splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line.startswith("+"):
            extra.append(tuple(line[1:].strip().split(":")))
        elif line:
            current.append(tuple(line.split(":")))
    everything = closure(sections["bundles"])
    plain = sorted([gav for gav in everything if ":".join(gav[:2]) not in WRAP] + extra)
    (HERE / "folioscope.target").write_text(
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<?pde version="3.8"?>\n'
        "<!-- Written by refresh.py from roots.txt. -->\n"
        '<target name="folioscope" sequenceNumber="1">\n  <locations>\n'
        + location("Eclipse platform and libraries", "error", plain)
        + "".join(wrapped(gav) for gav in everything if ":".join(gav[:2]) in WRAP)
        + location("JUnit", "error", sections["junit"])
        + "  </locations>\n</target>\n")


if __name__ == "__main__":
    main()
